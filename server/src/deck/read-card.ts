import { isAlias, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { type Message, say } from "../core/message";
import { nearest } from "../core/nearest";
import type { Span } from "../core/span";
import type { Card, CardPlaces } from "./card";
import { type Field, fields, isField } from "./fields";
import { type Goal, readGoals } from "./goal";
import type { Tell } from "./reporter";
import { keysOf, placeOf, spanOf } from "./yaml-node";

type Value = string | readonly string[];

/** Lower case, digits and single hyphens: an id is also a file name, a link and a word on the command line. */
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A card, unless a field that it cannot do without is missing or wrong. */
export function readCard(map: YAMLMap, tell: Tell): Omit<CardPlaces, "whole"> & { readonly card?: Card | undefined } {
  const values = new Map<Field, Value>();
  const places = new Map<Field, Span>();
  const words = new Map<string, readonly { readonly word: string; readonly span: Span }[]>();
  for (const { key, span, value } of keysOf(map, say`the keys of a card are words`, tell)) {
    if (!isField(key)) {
      const near = nearest(key, Object.keys(fields));
      tell(
        span,
        near
          ? say`no field of a card is called ${key}; did you mean ${near}?`
          : say`no field of a card is called ${key}`,
      );
      continue;
    }
    places.set(key, placeOf(value, span));
    const read = fields[key].kind === "text" ? textOf(key, span, value, tell) : wordsOf(key, span, value, tell, words);
    if (read !== undefined) values.set(key, read);
  }
  for (const field of required)
    if (!places.has(field)) tell({ from: spanOf(map).from, to: spanOf(map).from }, needs(field));
  for (const [one, other] of pairs)
    if (places.has(one) && !places.has(other)) tell(places.get(one)!, say`${one} without ${other}`);
  const goal = values.get("goal");
  const goals = goal === undefined ? [] : readGoals(String(goal));
  if ("words" in goals) tell(places.get("goal")!, goals);
  const id = values.get("id");
  const where = { fields: places, words };
  if (id === undefined || kebab.test(String(id))) return { card: build(values, places, goals), ...where };
  tell(
    places.get("id")!,
    say`an id is words in lower case joined by hyphens, such as feature-map-size, not ${String(id)}`,
  );
  return where;
}

const required = (Object.keys(fields) as Field[]).filter((field) => fields[field].required);

/** Fields that mean nothing without the other. */
const pairs = [
  ["text_says", "correction"],
  ["correction", "text_says"],
] as const;

const needs = (field: string) =>
  /^[aeiou]/.test(field) ? say`a card needs an ${field}` : say`a card needs a ${field}`;

function build(
  values: ReadonlyMap<Field, Value>,
  places: ReadonlyMap<Field, Span>,
  goals: readonly Goal[] | Message,
): Card | undefined {
  // A step whose goal cannot be read is no card for reviews either.
  if ("words" in goals) return undefined;
  const text = (field: Field) => values.get(field) as string | undefined;
  const words = (field: Field) => (values.get(field) ?? []) as readonly string[];
  const [id, question, answer] = [text("id"), text("question"), text("answer")];
  if (id === undefined || question === undefined || answer === undefined) return undefined;
  const [textSays, correction, model] = [text("text_says"), text("correction"), text("model")];
  return {
    id,
    question,
    answer,
    tags: words("tags"),
    operators: words("operators"),
    rules: words("rules"),
    ...(textSays !== undefined && correction !== undefined && { textSays, correction }),
    ...(model !== undefined && { model }),
    ...(goals.length > 0 && { goals }),
    span: places.get("id")!,
  };
}

/** The text of a field without the blanks around it; a model keeps its own, since they carry meaning. */
function textOf(field: string, key: Span, value: Node | null, tell: Tell): string | undefined {
  const content = isScalar(value) ? value.value : undefined;
  if (typeof content === "string" && content.trim() !== "") return field === "model" ? content : content.trim();
  const span = placeOf(value, key);
  if (span === key) tell(key, say`${field} is empty`);
  else if (isAlias(value)) tell(span, say`${field} is an alias; write the text itself`);
  else if (!isScalar(value)) tell(span, say`${field} is text`);
  else if (typeof content === "string") tell(span, say`${field} is empty`);
  else tell(span, say`${field} is text; ${String(value.source)} needs quotes`);
  return undefined;
}

function wordsOf(
  field: string,
  key: Span,
  value: Node | null,
  tell: Tell,
  places: Map<string, readonly { readonly word: string; readonly span: Span }[]>,
): readonly string[] | undefined {
  if (!isSeq(value)) {
    const said =
      isScalar(value) && typeof value.value === "string"
        ? say`${field} is a list, such as [${value.value}]`
        : say`${field} is a list of words`;
    tell(placeOf(value, key), said);
    return undefined;
  }
  const words: string[] = [];
  const written: { word: string; span: Span }[] = [];
  places.set(field, written);
  for (const item of value.items) {
    const word = textOf(`an entry of ${field}`, spanOf(value), item as Node | null, tell);
    if (word !== undefined) written.push({ word, span: spanOf(item) });
    if (word !== undefined && !words.includes(word)) words.push(word);
  }
  return words;
}
