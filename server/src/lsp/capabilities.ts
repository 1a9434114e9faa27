import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { actionKinds } from "../features/code-actions";
import type { Client } from "./client";
import { allCommands } from "./commands";
import { completionCapabilities } from "./completion-answers";
import { formattingCapabilities } from "./formatting-answers";
import { navigationCapabilities } from "./navigation-answers";
import { readingCapabilities } from "./reading-answers";
import { structureCapabilities } from "./structure-answers";

/** What this server offers a client. */
export const capabilities = (client: Client): ServerCapabilities => ({
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: "convlint", interFileDependencies: false, workspaceDiagnostics: false },
  ...readingCapabilities(client),
  ...completionCapabilities(client),
  ...navigationCapabilities(client),
  ...structureCapabilities,
  ...formattingCapabilities(client),
  // Actions are never commands alone, and who knows no others is offered none.
  ...(client.literalActions && {
    codeActionProvider: {
      codeActionKinds: [...actionKinds],
      ...(client.resolvesActions && { resolveProvider: true }),
    },
  }),
  executeCommandProvider: { commands: [...allCommands] },
});
