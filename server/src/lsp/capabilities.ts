import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { actionKinds } from "../features/code-actions";
import { legend } from "../features/semantic-tokens";
import type { Client } from "./client";
import { commandNames } from "./commands";

/** What this server offers a client. */
export const capabilities = ({ literalActions, resolvesActions }: Client): ServerCapabilities => ({
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: "convlint", interFileDependencies: false, workspaceDiagnostics: false },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [" ", "[", ",", "{", "$", "."] },
  signatureHelpProvider: { triggerCharacters: ["[", "{", ","], retriggerCharacters: [" "] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  codeActionProvider: literalActions
    ? { codeActionKinds: [...actionKinds], ...(resolvesActions && { resolveProvider: true }) }
    : true,
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend, full: true, range: true },
  executeCommandProvider: { commands: Object.values(commandNames) },
});
