import { beside, type Message, plural, render, say } from "../../core/message";
import { told, type Voice } from "../../core/voice";
import { plainText } from "../../deck/plain-text";
import { deckOf, type Fact, type Grade, grades, idOf } from "../../review/event";
import { intervalWords } from "../../review/interval";
import { optionDefinitions, optionNames } from "../../review/options";
import type { Askable, Counts, Queue } from "../../review/queue";
import { offered } from "../../review/schedule";
import { wrapped } from "../help";
import { questionAt } from "./decks";
import { moment, type Session } from "./session";

const widest = 76;

export const gradeNames: { readonly [G in Grade]: Message } = {
  1: say`Again`,
  2: say`Hard`,
  3: say`Good`,
  4: say`Easy`,
};

export const countsLine = (counts: Counts, voice: Voice): string =>
  render(beside([say`${counts.due} due`, say`${counts.learning} learning`, say`${counts.new} new`], voice), voice);

/** Markdown as lines that a terminal shows, set in by two blanks. */
export const textLines = (markdown: string): readonly string[] =>
  plainText(markdown)
    .split(/\r\n|\r|\n/)
    .reduce<string[]>((paragraphs, line) => {
      const last = paragraphs.at(-1);
      const goesOn = last && line.trim() !== "" && !/^\s*([-*>|]|\d+\.) /.test(line) && !/^\s*```/.test(line + last);
      if (goesOn) paragraphs[paragraphs.length - 1] = `${last} ${line.trim()}`;
      else paragraphs.push(line.trimEnd());
      return paragraphs;
    }, [])
    .flatMap((line) => wrapped(line, widest).map((one) => (one === "" ? "" : `  ${one}`)));

export const questionLines = (card: Askable, session: Session, voice: Voice): readonly string[] =>
  textLines(questionAt(card, session.decks, voice).prompt);

export function answerLines(card: Askable, session: Session, voice: Voice): readonly string[] {
  const { answer, explanation, model } = questionAt(card, session.decks, voice);
  return [
    ...textLines(answer),
    ...(explanation === undefined ? [] : ["", ...textLines(explanation)]),
    ...(model === undefined
      ? []
      : [
          "",
          ...model
            .trimEnd()
            .split("\n")
            .map((line) => `    ${line}`),
        ]),
  ];
}

/** When the card would come again after each of the four answers. */
export function intervals({ key, deck }: Askable, { journal }: Session) {
  const { at } = moment();
  const { memory } = journal.learned.cards.get(key) ?? {};
  const after = offered(key, memory, at, journal.learned.optionsOf(deck));
  return grades.map((grade) => ({ grade, due: after[grade].due, in: intervalWords(after[grade].due - at) }));
}

export const buttonsLine = (card: Askable, session: Session, voice: Voice): string =>
  render(
    beside(
      intervals(card, session).map(({ grade, in: after }) => say`${String(grade)} ${gradeNames[grade]} ${after}`),
      voice,
    ),
    voice,
  );

/** Why there is no next card. */
export function nothingLeft({ again, heldBack }: Queue): Message {
  const { at } = moment();
  if (again !== undefined) return say`Nothing is due now; the next card comes in ${intervalWords(again - at)}.`;
  const held = heldBack.new + heldBack.due;
  if (held)
    return plural(
      held,
      say`Done for today. The limits of a day hold back 1 card; --options shows them.`,
      say`Done for today. The limits of a day hold back ${held} cards; --options shows them.`,
    );
  return say`Nothing is due today.`;
}

/** What was done, as it is said to whoever did it. */
export function doneLine(fact: Fact, { journal }: Session, voice: Voice): string {
  return render(doneMessage(fact, journal), voice);
}

function doneMessage(fact: Fact, { learned }: Session["journal"]): Message {
  switch (fact.kind) {
    case "review": {
      const { memory, isLeech, isSuspended } = learned.cards.get(fact.card)!;
      const name = gradeNames[fact.grade];
      if (isLeech && isSuspended)
        return say`${name}: ${idOf(fact.card)} was forgotten ${memory!.lapses} times and is a leech now; it is no longer asked`;
      return say`${name}: ${idOf(fact.card)} comes again in ${intervalWords(memory!.due - memory!.last)}`;
    }
    case "bury":
      return say`${idOf(fact.card)} is put off until tomorrow`;
    case "suspend":
      return say`${idOf(fact.card)} is no longer asked`;
    case "unsuspend":
      return say`${idOf(fact.card)} is asked again`;
    case "reset":
      return say`${idOf(fact.card)} is new again`;
    case "options":
      return fact.deck === undefined ? say`chosen for all decks` : say`chosen for ${fact.deck}`;
    case "undo":
      return say`taken back`;
  }
}

/** The options of the decks that are asked, each with what it means. */
export function optionsText({ decks, journal }: Session, voice: Voice): string {
  const show = (value: unknown): string =>
    Array.isArray(value) ? value.join(",") || "none" : value === true ? "on" : value === false ? "off" : String(value);
  return decks
    .map(({ id, name }) => {
      const options = journal.learned.optionsOf(deckOf(`${id}/`));
      const lines = optionNames.flatMap((option) => [
        `  ${option}=${show(options[option])}`,
        ...wrapped(told(optionDefinitions[option].doc, voice), widest).map((line) => `      ${line}`),
      ]);
      return [`${name}:`, ...lines, ""].join("\n");
    })
    .join("\n");
}
