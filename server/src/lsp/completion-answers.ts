import type { Connection, ServerCapabilities } from "vscode-languageserver";
import { commentCompletion } from "../features/comment-completion";
import { completion } from "../features/completion";
import { quizCompletion } from "../features/quiz-completion";
import { offsetAt } from "../features/snapshot";
import type { Client } from "./client";
import type { Documents } from "./documents";
import { guard } from "./guard";
import { cardSnippets } from "./quiz";
import { settingsCompletion } from "./settings-answers";

export const completionCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [" ", "[", ",", "{", "$", "."] },
};

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
  connection.onCompletion(
    guard(connection)("completion", [], async ({ textDocument, position }, token) => {
      const { model, findings } = (await documents.page(textDocument.uri, token)) ?? {};
      if (!model)
        return findings
          ? settingsCompletion(findings, offsetAt(findings.lines, position), () => around(textDocument.uri))
          : [];
      const offset = offsetAt(model.lines, position);
      return [
        ...completion(model, offset, menu),
        ...commentCompletion(model, offset),
        ...quizCompletion(model, offset, cardSnippets),
      ];
    }),
  );
}
