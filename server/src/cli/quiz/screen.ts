import { beside, type Message, plural, render, say } from "../../core/message";
import { told, type Voice } from "../../core/voice";
import { plainText } from "../../deck/plain-text";
import { questionAt } from "../../drill/decks";
import {
  countsParts,
  doneMessage,
  gradeNames,
  heldIn,
  intervals,
  nothingLeft as whyNothing,
} from "../../drill/telling";
import type { Fact } from "../../review/event";
import { optionDefinitions, optionNames } from "../../review/options";
import type { Askable, Counts, Queue } from "../../review/queue";
import { wrapped } from "../help";
import type { Session } from "./session";

const widest = 76;

export const countsLine = (counts: Counts, voice: Voice): string => render(beside(countsParts(counts), voice), voice);

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

export const buttonsLine = (card: Askable, session: Session, voice: Voice): string =>
  render(
    beside(
      intervals(card, session).map(({ grade, in: after }) => say`${String(grade)} ${gradeNames[grade]} ${after}`),
      voice,
    ),
    voice,
  );

/** Why there is no next card, and how to have more. */
export function nothingLeft(queue: Queue): Message {
  const held = heldIn(queue);
  if (!held) return whyNothing(queue);
  return plural(
    held,
    say`Done for today. The limits of a day hold back 1 card; --options shows them.`,
    say`Done for today. The limits of a day hold back ${held} cards; --options shows them.`,
  );
}

/** What was done, as it is said to whoever did it. */
export const doneLine = (fact: Fact, { journal }: Session, voice: Voice): string =>
  render(doneMessage(fact, journal), voice);

/** The options of the decks that are asked, each with what it means. */
export function optionsText({ decks, journal }: Session, voice: Voice): string {
  const show = (value: unknown): string =>
    Array.isArray(value) ? value.join(",") || "none" : value === true ? "on" : value === false ? "off" : String(value);
  return decks
    .map(({ id, name }) => {
      const options = journal.learned.optionsOf(id);
      const lines = optionNames.flatMap((option) => [
        `  ${option}=${show(options[option])}`,
        ...wrapped(told(optionDefinitions[option].doc, voice), widest).map((line) => `      ${line}`),
      ]);
      return [`${name}:`, ...lines, ""].join("\n");
    })
    .join("\n");
}
