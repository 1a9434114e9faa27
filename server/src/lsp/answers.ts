import type { CancellationToken, Connection, TextDocumentIdentifier } from "vscode-languageserver";
import { codeLenses } from "../features/code-lens";
import { completion } from "../features/completion";
import { definition } from "../features/definition";
import { documentHighlights } from "../features/document-highlight";
import { hover } from "../features/hover";
import { inlayHints } from "../features/inlay-hints";
import { quizCompletion } from "../features/quiz-completion";
import { references } from "../features/references";
import { semanticTokens } from "../features/semantic-tokens";
import { signatureHelp } from "../features/signature-help";
import { offsetAt, type Snapshot, spanOf } from "../features/snapshot";
import type { Client } from "./client";
import { commandNames } from "./commands";
import type { Documents, Page } from "./documents";
import { guard } from "./guard";
import { cardSnippets } from "./quiz";
import { settingsCompletion, settingsHover } from "./settings-answers";

/** Files below the folder of a configuration, by its URI, as far as they can be listed. */
type FilesAround = (uri: string) => readonly string[];
type About = { readonly textDocument: TextDocumentIdentifier };

/** Every request about a model or a configuration file. Any other document, and any failure, is answered with nothing. */
export function answerModels(connection: Connection, client: Client, documents: Documents, around: FilesAround): void {
  const safely = guard(connection);
  const on = <P extends About, R>(what: string, nothing: R, answer: (model: Snapshot, params: P, page: Page) => R) =>
    safely(what, nothing, async (params: P, token: CancellationToken) => {
      const page = await documents.page(params.textDocument.uri, token);
      return page?.model ? answer(page.model, params, page) : nothing;
    });
  const menu = { ...client, markdown: client.completionMarkdown };
  const clicks = { totals: client.showSummary ?? commandNames.summary, scale: commandNames.scale };

  connection.onHover(
    safely("hover", null, async ({ textDocument, position }, token) => {
      const { model, findings } = (await documents.page(textDocument.uri, token)) ?? {};
      if (model) return hover(model, offsetAt(model.lines, position), client) ?? null;
      return (findings && settingsHover(findings, offsetAt(findings.lines, position), client)) ?? null;
    }),
  );
  connection.onCompletion(
    safely("completion", [], async ({ textDocument, position }, token) => {
      const { model, findings } = (await documents.page(textDocument.uri, token)) ?? {};
      if (!model)
        return findings
          ? settingsCompletion(findings, offsetAt(findings.lines, position), () => around(textDocument.uri))
          : [];
      const offset = offsetAt(model.lines, position);
      return [...completion(model, offset, menu), ...quizCompletion(model, offset, cardSnippets)];
    }),
  );
  connection.onSignatureHelp(
    on("signature help", null, (model, { position }) => signatureHelp(model, offsetAt(model.lines, position)) ?? null),
  );
  connection.onDefinition(
    on("definition", [], (model, { position }, { uri }) => {
      const links = definition(model, uri, offsetAt(model.lines, position));
      return client.links ? links : links.map((link) => ({ uri, range: link.targetSelectionRange }));
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
  connection.onCodeLens(
    on("code lenses", [], (model, _, { uri, settings }) => (settings.lenses ? codeLenses(model, uri, clicks) : [])),
  );
  connection.languages.inlayHint.on(
    on("inlay hints", [], (model, { range }, { settings }) => (settings.hints ? inlayHints(model, range) : [])),
  );
  connection.languages.semanticTokens.on(on("semantic tokens", { data: [] }, (model) => semanticTokens(model)));
  connection.languages.semanticTokens.onRange(
    on("semantic tokens", { data: [] }, (model, { range }) => semanticTokens(model, spanOf(model.lines, range))),
  );
}
