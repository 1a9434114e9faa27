import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { connectionStrategy } from "./lsp/cancel";
import { serve } from "./lsp/connection";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

/** Talks over what the command line names. Without that there is nobody to talk to, which is a wrong use. */
export function startServer(): void {
  if (!process.argv.slice(2).some((arg) => transports.includes(arg.split("=")[0]!))) {
    process.stderr.write(`the language server talks over --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n`);
    process.exitCode = 2;
    return;
  }
  serve(createConnection(ProposedFeatures.all, { connectionStrategy }));
}
