import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { Client } from "./client";

/** What this server offers a client. */
export const capabilities = (client: Client): ServerCapabilities => ({
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  ...(client.pulls && {
    diagnosticProvider: { identifier: "convlint", interFileDependencies: false, workspaceDiagnostics: false },
  }),
  hoverProvider: true,
  inlayHintProvider: true,
});
