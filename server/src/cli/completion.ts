import { say } from "../core/message";
import { builtIn } from "../deck/deck";
import { pageNames } from "../derive/pages";
import { type CommandPage, commandPages, shells } from "./commands";
import { bash } from "./completion/bash";
import { fish } from "./completion/fish";
import type { Words } from "./completion/words";
import { zsh } from "./completion/zsh";
import { known } from "./known";
import { completionOptions } from "./option-tables";
import { read } from "./options";
import { type Streams, UsageError } from "./usage";

/** `convlint completion SHELL`: a script made of the tables of commands and options. */
export async function completion(args: readonly string[], { out }: Streams): Promise<number> {
  const { positionals } = read(args, completionOptions);
  const shell = shells.find((one) => one === positionals.join(" "));
  const names = shells.join(", ");
  if (!shell)
    throw new UsageError(
      positionals.length
        ? say`completion takes the name of a shell: ${names}, not ${positionals.join(" ")}`
        : say`completion takes the name of a shell: ${names}`,
    );
  out.write({ bash, zsh, fish }[shell](Object.entries<CommandPage>(commandPages), words()));
  return 0;
}

function words(): Words {
  const { ids, dialects } = known();
  return { rule: ids, dialect: dialects, id: [...pageNames(), ...builtIn().cards.map(({ id }) => id)] };
}
