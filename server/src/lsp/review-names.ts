import type { Connection } from "vscode-languageserver";
import type { Client } from "./client";
import type { DeckPlaces } from "./review-decks";

/** Under these names a client that keeps logs reviews cards. */
export const reviewNames = {
  due: "convlint.quiz.due",
  answer: "convlint.quiz.answer",
  put: "convlint.quiz.put",
  undo: "convlint.quiz.undo",
  statistics: "convlint.quiz.statistics",
  options: "convlint.quiz.options",
  decks: "convlint.quiz.decks",
  import: "convlint.quiz.import",
  cards: "convlint.quiz.cards",
  source: "convlint.quiz.source",
  unwritten: "convlint.quiz.unwritten",
  lesson: "convlint.quiz.lesson",
};

/** What runs a command of these; nothing for any other. */
export type Reviews = (command: string) => ((first: unknown) => Promise<unknown>) | undefined;

/** Most windows review nothing, so what can is loaded when the first of these commands is run. */
export function reviewsWhenAsked(connection: Connection, client: Client, places: DeckPlaces): Reviews {
  const names = new Set(Object.values(reviewNames));
  let loading: Promise<Reviews> | undefined;
  const load = async () => (await import("./reviews")).reviewsOf(connection, client, places);
  return (command) => {
    if (!names.has(command)) return undefined;
    return async (first) => (await (loading ??= load()))(command)!(first);
  };
}
