import { say } from "../core/message";
import { startServer } from "../start-server";
import { type Streams, UsageError } from "./usage";

/** `convlint lsp --stdio`: runs until the client says exit, which ends the process. */
export async function lsp(args: readonly string[], _: Streams): Promise<number> {
  if (args.length !== 1 || args[0] !== "--stdio")
    throw new UsageError(say`the language server talks over --stdio: convlint lsp --stdio`);
  startServer();
  return 0;
}
