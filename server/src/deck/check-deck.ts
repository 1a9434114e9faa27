import { type Message, say } from "../core/message";
import { nearest } from "../core/nearest";
import type { Span } from "../core/span";
import type { Deck } from "./card";
import { type Goal, wholes } from "./goal";

/** What cards may speak of, and what is wrong in a model that proves one. */
export interface Surroundings {
  readonly operators: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  /** Every name of every operator. */
  readonly words: ReadonlySet<string>;
  /** Why a model does not meet some goals; nothing where it does. */
  misses(goals: readonly Goal[], model: string): Message | undefined;
  /** Empty where the model holds. */
  refutes(model: string): readonly { readonly span: Span; readonly message: Message }[];
}

export interface Found {
  readonly span: Span;
  readonly message: Message;
}

/** What is wrong in the text of a deck: how it is written, what it names, and what its models claim. */
export function problemsIn(
  text: string,
  { cards, places, problems, lesson = "" }: Deck,
  around: Surroundings,
): readonly Found[] {
  // A goal may name a block, which a lesson begins with or has somebody write.
  const deckText = [lesson, ...cards.map(({ model = "" }) => model)].join("\n");
  const found: Found[] = problems.map(({ span, told }) => ({ span, message: told }));
  for (const { id, model, goals = [] } of cards) {
    const { fields, words } = places?.get(id) ?? {};
    for (const { word, span } of words?.get("operators") ?? [])
      if (!around.operators.has(word)) found.push({ span, message: unknown(word, around.operators, "operator") });
    for (const { word, span } of words?.get("rules") ?? [])
      if (!around.rules.has(word)) found.push({ span, message: unknown(word, around.rules, "rule") });
    const goalAt = fields?.get("goal");
    for (const { of } of goalAt ? goals : [])
      if (of !== undefined && !wholes.some((whole) => whole === of) && !around.words.has(of) && !isBlock(of, deckText))
        found.push({ span: goalAt!, message: unknown(of, around.words, "operator") });
    const missed = goalAt && model !== undefined ? around.misses(goals, model) : undefined;
    if (missed) found.push({ span: goalAt!, message: say`the model of this card does not meet its goal: ${missed}` });
    const at = fields?.get("model");
    for (const wrong of model !== undefined && at ? around.refutes(model) : [])
      found.push({
        span: placeIn(text, at!, model!, wrong.span),
        message: say`the model does not hold: ${wrong.message}`,
      });
  }
  return found.sort((a, b) => a.span.from - b.span.from);
}

const isBlock = (name: string, text: string): boolean =>
  text.split(/\r\n|\r|\n/).some((line) => line.trim() === `${name}:`);

function unknown(word: string, all: ReadonlySet<string>, kind: "operator" | "rule"): Message {
  const near = nearest(word, [...all]);
  if (kind === "operator")
    return near === undefined
      ? say`no operator is called ${word}`
      : say`no operator is called ${word}; did you mean ${near}?`;
  return near === undefined ? say`no rule is called ${word}` : say`no rule is called ${word}; did you mean ${near}?`;
}

/** A place of a model in the file: of a block of text, whose lines are set in; else all of the value. */
function placeIn(text: string, at: Span, model: string, { from, to }: Span): Span {
  if (text[at.from] !== "|") return at;
  const lines = text.slice(at.from, at.to).split(/\r\n|\r|\n/);
  const ends = text.slice(at.from, at.to).match(/\r\n|\r|\n/g) ?? [];
  const indent = /^\s*/.exec(lines.slice(1).find((line) => line.trim() !== "") ?? "")![0].length;
  const before = model.slice(0, from).split("\n");
  const line = before.length;
  if (line >= lines.length) return at;
  let start = at.from;
  for (let i = 0; i < line; i++) start += lines[i]!.length + ends[i]!.length;
  const begin = start + indent + before.at(-1)!.length;
  const end = Math.min(begin + (to - from), start + lines[line]!.length);
  return begin <= end ? { from: begin, to: end } : at;
}

/** The card whose text an offset lies in. */
export const cardAt = ({ cards, places }: Deck, offset: number) =>
  cards.find(({ id }) => {
    const whole = places?.get(id)?.whole;
    return whole !== undefined && whole.from <= offset && offset <= whole.to;
  });
