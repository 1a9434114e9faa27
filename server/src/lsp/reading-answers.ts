import type { Connection, Position, Range, ServerCapabilities } from "vscode-languageserver";
import type { Span } from "../core/span";
import { hover } from "../features/hover";
import { inlayHints, resolved } from "../features/inlay-hints";
import { legend, semanticTokens } from "../features/semantic-tokens";
import { signatureHelp } from "../features/signature-help";
import { offsetAt, type Snapshot, spanOf } from "../features/snapshot";
import { isDeckName } from "../service/decks";
import { aboutModels } from "./about";
import type { Client } from "./client";
import { deckHover } from "./deck-answers";
import type { Documents } from "./documents";
import { guard } from "./guard";
import { asking } from "./quiz";
import type { Settings } from "./settings";
import { settingsHover } from "./settings-answers";
import { pathOf } from "./uri";

export const readingCapabilities = ({ resolvesHints }: Client): ServerCapabilities => ({
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: [":", "[", "{", ","], retriggerCharacters: [" "] },
  inlayHintProvider: { resolveProvider: resolvesHints },
  semanticTokensProvider: { legend, full: true, range: true },
});

/** What is shown of a place while somebody reads or writes there. */
export function answerReading(connection: Connection, client: Client, documents: Documents): void {
  const on = aboutModels(connection, documents);

  connection.onHover(
    guard(connection)("hover", null, async ({ textDocument, position }, token) => {
      const { model, findings, settings } = (await documents.page(textDocument.uri, token)) ?? {};
      const sections = settings?.display.hover;
      if (model) {
        const found = hover(model, offsetAt(model.lines, position), {
          markdown: client.markdown,
          ...(sections && { sections }),
          ...(client.quiz !== undefined && { quiz: asking(client.quiz, settings!.voice) }),
        });
        // Words that have come in since an earlier version have no place in that.
        return found?.range && model.isRewritten && !isIn(found.range, position) ? null : (found ?? null);
      }
      if (findings && isDeckName(pathOf(textDocument.uri)))
        return deckHover(findings, offsetAt(findings.lines, position), client.markdown) ?? null;
      return (findings && settingsHover(findings, offsetAt(findings.lines, position), client)) ?? null;
    }),
  );
  connection.onSignatureHelp(
    on("signature help", null, (model, { position }) => signatureHelp(model, offsetAt(model.lines, position)) ?? null),
  );
  const lookOf = ({ display: { hints, shapes } }: Settings) => ({
    parts: hints,
    shapes,
    markdown: client.markdown,
    later: client.resolvesHints,
  });
  connection.languages.inlayHint.on(
    on("inlay hints", [], (model, { range }, { uri, version, settings, predicts = false }) => {
      const shown = settings.display.hints.size > 0 || predicts;
      const hints = shown ? inlayHints(model, range, { ...lookOf(settings), predicts }) : [];
      return client.resolvesHints ? hints.map((hint) => ({ ...hint, data: { uri, version } })) : hints;
    }),
  );
  connection.languages.inlayHint.resolve(async (hint, token) =>
    guard(connection)("tooltip", hint, async () => {
      const { uri, version } = (hint.data ?? {}) as { readonly uri?: unknown; readonly version?: unknown };
      const page = typeof uri === "string" ? await documents.page(uri, token) : undefined;
      // Of a text that has changed since, its place is no longer known.
      return page?.model && page.version === version ? resolved(page.model, hint, lookOf(page.settings)) : hint;
    })(hint, token),
  );
  const colours = (model: Snapshot, within?: Span) => (model.isProgram ? { data: [] } : semanticTokens(model, within));
  connection.languages.semanticTokens.on(on("semantic tokens", { data: [] }, (model) => colours(model)));
  connection.languages.semanticTokens.onRange(
    on("semantic tokens", { data: [] }, (model, { range }) => colours(model, spanOf(model.lines, range))),
  );
}

const isIn = ({ start, end }: Range, { line, character }: Position): boolean =>
  (line > start.line || (line === start.line && character >= start.character)) &&
  (line < end.line || (line === end.line && character <= end.character));
