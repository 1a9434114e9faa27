import { say } from "../../core/message";
import { nearest } from "../../core/nearest";
import { buried } from "../../drill/sitting";
import { type Fact, type Grade, gradeWords } from "../../review/event";
import { isOptionName, optionDefinitions, optionNames } from "../../review/options";
import { UsageError } from "../usage";
import { cardCalled } from "./decks";
import type { Session } from "./session";

/** What a call asks to be done to a card, or to how cards are asked. */
export interface AnswerOptions {
  readonly card?: string | undefined;
  readonly grade?: string | undefined;
  readonly took?: string | undefined;
  readonly bury?: boolean | undefined;
  readonly suspend?: boolean | undefined;
  readonly unsuspend?: boolean | undefined;
  readonly reset?: boolean | undefined;
}

export const cardActions = ["grade", "bury", "suspend", "unsuspend", "reset"] as const;

export function factOf(options: AnswerOptions, session: Session): Fact | undefined {
  const action = cardActions.find((one) => options[one] !== undefined && options[one] !== false);
  if (options.card === undefined) {
    if (action) throw new UsageError(say`--${action} needs --card ID: which card it is about`);
    if (options.took !== undefined) throw new UsageError(say`--took goes with --card and --grade`);
    return undefined;
  }
  if (!action)
    throw new UsageError(say`--card wants to know what happened: ${cardActions.map((one) => `--${one}`).join(", ")}`);
  if (options.took !== undefined && action !== "grade") throw new UsageError(say`--took goes with --card and --grade`);
  const card = cardCalled(options.card, session.cards);
  const { key } = card;
  if (action === "bury") return buried(card, session);
  if (action !== "grade") return { kind: action, card: key };
  const took = tookOf(options.took);
  return { kind: "review", card: key, grade: gradeOf(options.grade!), ...(took !== undefined && { took }) };
}

function gradeOf(word: string): Grade {
  const at = gradeWords.findIndex((one, i) => one === word.toLowerCase() || String(i + 1) === word);
  if (at < 0) throw new UsageError(say`--grade is one of ${gradeWords.join(", ")}, or 1 to 4, not ${word}`);
  return (at + 1) as Grade;
}

function tookOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (!/^\d{1,12}$/.test(word)) throw new UsageError(say`--took is a whole number of milliseconds, not ${word}`);
  return Number(word);
}

/** `newPerDay=5`; `=default` takes a choice back. */
export function choicesOf(words: readonly string[]): Extract<Fact, { kind: "options" }>["set"] {
  return Object.fromEntries(
    words.map((word) => {
      const [name = "", ...rest] = word.split("=");
      const value = rest.join("=");
      if (!isOptionName(name)) {
        const near = nearest(name, optionNames);
        throw new UsageError(
          near
            ? say`--set ${word}: no option is called ${name}; did you mean ${near}?`
            : say`--set ${word}: no option is called ${name}; --options names them`,
        );
      }
      if (value === "default") return [name, null];
      const { read, isValid, takes } = optionDefinitions[name];
      const meant = read(value);
      if (!rest.length || !isValid(meant)) throw new UsageError(say`--set ${word}: ${name} takes ${takes}`);
      return [name, meant];
    }),
  );
}
