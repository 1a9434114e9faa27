import { parseArgs } from "node:util";
import type { ReadOptions } from "../core/format";
import { type Message, say, verbatim } from "../core/message";
import { nearest } from "../core/nearest";
import { type CommandPage, commandPages } from "./commands";
import type { Options } from "./option";
import { UsageError } from "./usage";

/** Reads the arguments of a command; a word that is none of its options is wrong use, and the nearest is named. */
export function read<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const [, unknown] = /'(-[^']*)'/.exec(error.message) ?? [];
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== undefined)
      throw new UsageError(say`there is no option ${unknown}${instead(unknown.replace(/^-+/, ""), options)}`);
    const missing = /Option '--([\w-]+) <value>' argument missing/.exec(error.message)?.[1];
    if (missing !== undefined && options[missing])
      throw new UsageError(
        say`--${missing} ${options[missing].value ?? ""} wants a value: ${verbatim(options[missing].doc)}`,
      );
    throw new UsageError(verbatim(lowerFirst(error.message.split(/[.\n]/)[0]!)));
  }
}

/** What may have been meant by an option that a command does not have. */
function instead(name: string, options: Options): Message {
  const near = nearest(name, Object.keys(options));
  const others = Object.entries<CommandPage>(commandPages).filter(([, page]) => Object.hasOwn(page.options, name));
  if (others.length) return say` here; ${orListed(others.map(([command]) => `convlint ${command}`))} has it`;
  return near ? say`; did you mean --${near}?` : say`; --help names those that there are`;
}

const orListed = (names: readonly string[]): Message =>
  names.length > 1 ? say`${names.slice(0, -1).join(", ")} or ${names.at(-1)!}` : verbatim(names[0] ?? "");

const lowerFirst = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1);

/** `3,640,640` for the only input, `left=3,64,64` for one by name. */
export function inputOf(given: readonly string[] | undefined): ReadOptions["input"] {
  if (!given?.length) return undefined;
  const named: { [name: string]: readonly number[] } = {};
  for (const one of given) {
    const [, name, sizes] = /^(?:([A-Za-z_]\w*)=)?(.*)$/s.exec(one)!;
    const shape = sizes!.split(",").map((size) => (size.trim() === "" ? Number.NaN : Number(size)));
    if (!shape.every((size) => Number.isSafeInteger(size) && size > 0))
      throw new UsageError(say`--input takes whole numbers such as 3,640,640, not ${one}`);
    if (name === undefined && given.length > 1)
      throw new UsageError(say`--input takes name=C,H,W where there are several inputs`);
    if (name === undefined) return shape;
    named[name] = shape;
  }
  return named;
}

export function oneOf<const C extends string>(
  option: string,
  value: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(say`--${option} is one of ${choices.join(", ")}, not ${value}`);
}

/** `--color`, then NO_COLOR, then whether somebody looks. */
export function colorOf(value: string | undefined, isTerminal: boolean): boolean {
  const when = oneOf("color", value, ["auto", "always", "never"]) ?? "auto";
  return when === "always" || (when === "auto" && isTerminal && !process.env["NO_COLOR"]);
}
