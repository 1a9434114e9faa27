import {
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { render } from "../core/message";
import { resolvedLens } from "../features/block-lens";
import { codeLenses } from "../features/code-lens";
import { definition } from "../features/definition";
import { documentHighlights } from "../features/document-highlight";
import { references } from "../features/references";
import { prepareRename, rename } from "../features/rename";
import { offsetAt } from "../features/snapshot";
import { aboutModels } from "./about";
import type { Client } from "./client";
import { commandNames } from "./commands";
import type { Documents } from "./documents";
import { guard } from "./guard";

export const navigationCapabilities = ({ preparesRename, resolvesLenses }: Client): ServerCapabilities => ({
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  codeLensProvider: { ...(resolvesLenses && { resolveProvider: true }) },
  renameProvider: preparesRename ? { prepareProvider: true } : true,
});

/** The ways from one place of a model to others. */
export function answerNavigation(connection: Connection, client: Client, documents: Documents): void {
  const on = aboutModels(connection, documents);
  const clicks = {
    totals: client.showSummary ?? commandNames.summary,
    scale: commandNames.scale,
    ...(client.quiz !== undefined && { quiz: client.quiz }),
  };

  connection.onDefinition(
    on("definition", [], (model, { position }, { uri }) => {
      const links = definition(model, uri, offsetAt(model.lines, position));
      return client.links ? links : links.map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange }));
    }),
  );
  connection.onReferences(
    on("references", [], (model, { position, context }, { uri }) =>
      references(model, uri, offsetAt(model.lines, position), context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    on("highlights", [], (model, { position }) => documentHighlights(model, offsetAt(model.lines, position))),
  );
  connection.onPrepareRename(
    on(
      "preparing to rename",
      null,
      (model, { position }) => prepareRename(model, offsetAt(model.lines, position)) ?? null,
    ),
  );
  connection.onRenameRequest(
    on("rename", null, (model, { position, newName }, { uri, version }): WorkspaceEdit => {
      const edits = rename(model, offsetAt(model.lines, position), newName);
      if ("words" in edits) throw new ResponseError(LSPErrorCodes.RequestFailed, render(edits, model.voice));
      if (!client.versionedEdits) return { changes: { [uri]: [...edits] } };
      return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
    }),
  );
  connection.onCodeLens(
    on("code lenses", [], (model, _, { uri, settings }) => {
      const { lenses: kinds } = settings.display;
      const lenses = kinds.size ? codeLenses(model, uri, clicks, kinds, client.resolvesLenses) : [];
      return lenses.map((lens) => (lens.command ? lens : { ...lens, data: { ...lens.data, uri } }));
    }),
  );
  connection.onCodeLensResolve(async (lens, token) =>
    guard(connection)("what a lens says", lens, async () => {
      const { uri } = Object(lens.data) as { readonly uri?: unknown };
      const page = typeof uri === "string" ? await documents.page(uri, token) : undefined;
      const click = { command: clicks.totals, arguments: [uri] };
      return page?.model ? resolvedLens(page.model, lens, click) : lens;
    })(lens, token),
  );
}
