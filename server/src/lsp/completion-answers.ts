import type { Connection, Position, ServerCapabilities } from "vscode-languageserver";
import { linesOf } from "../core/lines";
import { commentCompletion, dialectCompletion } from "../features/comment-completion";
import { offered } from "../features/completion";
import type { Findings } from "../features/diagnostics";
import { quizCompletion } from "../features/quiz-completion";
import { offsetAt } from "../features/snapshot";
import { isProgram } from "../service";
import { isDeckName } from "../service/decks";
import type { Client } from "./client";
import { completionLists } from "./completion-list";
import { deckCompletion } from "./deck-answers";
import type { Documents } from "./documents";
import { guard } from "./guard";
import { latestOf } from "./page";
import { cardSnippets } from "./quiz";
import { knowsKeys } from "./schemas";
import { settingsCompletion } from "./settings-answers";
import { pathOf } from "./uri";

export const completionCapabilities = ({ resolvesCompletions }: Client): ServerCapabilities => ({
  completionProvider: {
    triggerCharacters: [" ", "[", ",", "{", "$", "."],
    ...(resolvesCompletions.size > 0 && { resolveProvider: true }),
  },
});

/** Files below the folder of a configuration, by its URI, as far as they can be listed. */
type FilesAround = (uri: string) => readonly string[];

/** Completion in a model and in a configuration file. */
export function answerCompletion(
  connection: Connection,
  client: Client,
  documents: Documents,
  around: FilesAround,
): void {
  const menu = { ...client, markdown: client.completionMarkdown };
  const lists = completionLists(client);
  const safely = guard(connection);
  const inSettings = (findings: Findings, uri: string, position: Position) =>
    isDeckName(pathOf(uri))
      ? deckCompletion(findings, offsetAt(findings.lines, position))
      : settingsCompletion(findings, offsetAt(findings.lines, position), () => around(uri));
  /** A file is no model while the name of its dialect is being written. */
  const inUnknown = (uri: string, position: Position) => {
    const text = documents.textAt(pathOf(uri)) ?? "";
    const lines = linesOf(text);
    return dialectCompletion(text, lines, offsetAt(lines, position));
  };
  connection.onCompletion(
    safely("completion", [], async ({ textDocument: { uri }, position }, token) => {
      const page = await documents.page(uri, token);
      const { model, findings, language } = page ? latestOf(page) : {};
      if (!model && !findings && isProgram(pathOf(uri), language)) return [];
      if (!model) return lists.answer(findings ? inSettings(findings, uri, position) : inUnknown(uri, position));
      const leavesKeys = await knowsKeys(connection, client, uri, model.text);
      const offset = offsetAt(model.lines, position);
      return lists.answer([
        ...offered(model, offset, { ...menu, leavesKeys }),
        ...commentCompletion(model, offset),
        ...quizCompletion(model, offset, cardSnippets(model.voice)),
      ]);
    }),
  );
  connection.onCompletionResolve(async (item, token) =>
    safely("details of a completion", item, () => lists.resolve(item))(item, token),
  );
}
