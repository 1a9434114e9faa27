import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { connectionStrategy } from "./lsp/cancel";
import { serve } from "./lsp/connection";

/** Talks over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function startServer(): void {
  serve(createConnection(ProposedFeatures.all, { connectionStrategy }));
}
