import { type CheckId, checks } from "../core/checks";
import { once } from "../core/once";
import { type Problem, problem } from "../core/problem";
import type { Deck } from "../deck/card";
import { problemsIn, type Surroundings } from "../deck/check-deck";
import { readDeck } from "../deck/read-deck";
import { rules } from "../rules/index";
import { understand } from "../service";
import { vocabularies } from "../vocabularies/index";
import { judge } from "./lesson";

/** Decks of somebody's own, by the path. */
export const isDeckName = (path: string): boolean => /\.cards\.ya?ml$/.test(path);

/** A comment that states what is not so. */
const untrue: CheckId = "stated-shape-wrong";

/** The operators and rules that cards may name. */
export const around = once(
  (): Surroundings => ({
    operators: new Set(vocabularies.flatMap(({ spellings }) => [...spellings.values()].map(({ op }) => op.name))),
    rules: new Set([
      ...rules.map(({ id }) => id),
      ...Object.keys(checks),
      ...vocabularies.flatMap(({ spellings }) =>
        [...spellings.values()].flatMap(({ op, constraints }) => [
          ...Object.keys(op.constraints),
          ...Object.keys(constraints),
        ]),
      ),
    ]),
    words: new Set(
      vocabularies.flatMap(({ spellings }) => [...spellings].flatMap(([word, { op }]) => [word, op.name])),
    ),
    misses: (goals, model) => judge([goals], "card.cnn.yaml", model).wrong,
    refutes: (model) =>
      understand("card.cnn.yaml", model)!.analysis.problems.filter(
        ({ id, severity }) => severity === "error" || id === untrue,
      ),
  }),
);

/** What is wrong in the text of a deck. */
export const deckProblems = (text: string, deck: Deck = readDeck(text)): readonly Problem[] =>
  problemsIn(text, deck, around()).map(({ span, message }) => problem("wrong-card", span, message));
