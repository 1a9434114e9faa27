import type { Connection, ServerCapabilities } from "vscode-languageserver";
import { commentCompletion } from "../features/comment-completion";
import { offered } from "../features/completion";
import { quizCompletion } from "../features/quiz-completion";
import { offsetAt } from "../features/snapshot";
import type { Client } from "./client";
import { completionLists } from "./completion-list";
import type { Documents } from "./documents";
import { guard } from "./guard";
import { cardSnippets } from "./quiz";
import { settingsCompletion } from "./settings-answers";

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
  connection.onCompletion(
    safely("completion", [], async ({ textDocument, position }, token) => {
      const { model, findings } = (await documents.page(textDocument.uri, token)) ?? {};
      if (!model) {
        const at = findings && offsetAt(findings.lines, position);
        return at === undefined ? [] : lists.answer(settingsCompletion(findings!, at, () => around(textDocument.uri)));
      }
      const offset = offsetAt(model.lines, position);
      return lists.answer([
        ...offered(model, offset, menu),
        ...commentCompletion(model, offset),
        ...quizCompletion(model, offset, cardSnippets),
      ]);
    }),
  );
  connection.onCompletionResolve(async (item, token) =>
    safely("details of a completion", item, () => lists.resolve(item))(item, token),
  );
}
