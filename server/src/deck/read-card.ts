import { isAlias, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { nearest } from "../core/nearest";
import type { Span } from "../core/span";
import type { Card } from "./card";
import { type Field, fields, isField } from "./fields";
import type { Say } from "./reporter";
import { keysOf, placeOf, spanOf } from "./yaml-node";

type Value = string | readonly string[];

/** Lower case, digits and single hyphens: an id is also a file name, a link and a word on the command line. */
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A card, unless a field that it cannot do without is missing or wrong. */
export function readCard(map: YAMLMap, say: Say): Card | undefined {
  const values = new Map<Field, Value>();
  const places = new Map<Field, Span>();
  for (const { key, span, value } of keysOf(map, "a card", say)) {
    if (!isField(key)) {
      const near = nearest(key, Object.keys(fields));
      say(span, `no field of a card is called ${key}${near ? `; did you mean ${near}?` : ""}`);
      continue;
    }
    places.set(key, placeOf(value, span));
    const read = fields[key].kind === "text" ? textOf(key, span, value, say) : wordsOf(key, span, value, say);
    if (read !== undefined) values.set(key, read);
  }
  for (const field of required)
    if (!places.has(field)) say({ from: spanOf(map).from, to: spanOf(map).from }, `a card needs ${article(field)}`);
  for (const [one, other] of pairs)
    if (places.has(one) && !places.has(other)) say(places.get(one)!, `${one} without ${other}`);
  const id = values.get("id");
  if (id === undefined || kebab.test(String(id))) return build(values, places);
  say(places.get("id")!, `an id is words in lower case joined by hyphens, such as feature-map-size, not ${id}`);
  return undefined;
}

const required = (Object.keys(fields) as Field[]).filter((field) => fields[field].required);

/** Fields that mean nothing without the other. */
const pairs = [
  ["text_says", "correction"],
  ["correction", "text_says"],
] as const;

const article = (field: string): string => (/^[aeiou]/.test(field) ? `an ${field}` : `a ${field}`);

function build(values: ReadonlyMap<Field, Value>, places: ReadonlyMap<Field, Span>): Card | undefined {
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
    span: places.get("id")!,
  };
}

/** The text of a field without the blanks around it; a model keeps its own, since they carry meaning. */
function textOf(field: string, key: Span, value: Node | null, say: Say): string | undefined {
  const content = isScalar(value) ? value.value : undefined;
  if (typeof content === "string" && content.trim() !== "") return field === "model" ? content : content.trim();
  const span = placeOf(value, key);
  if (span === key) say(key, `${field} is empty`);
  else if (isAlias(value)) say(span, `${field} is an alias; write the text itself`);
  else if (!isScalar(value)) say(span, `${field} is text`);
  else if (typeof content === "string") say(span, `${field} is empty`);
  else say(span, `${field} is text; ${value.source} needs quotes`);
  return undefined;
}

function wordsOf(field: string, key: Span, value: Node | null, say: Say): readonly string[] | undefined {
  if (!isSeq(value)) {
    const such = isScalar(value) && typeof value.value === "string" ? `, such as [${value.value}]` : " of words";
    say(placeOf(value, key), `${field} is a list${such}`);
    return undefined;
  }
  const words: string[] = [];
  for (const item of value.items) {
    const word = textOf(`an entry of ${field}`, spanOf(value), item as Node | null, say);
    if (word !== undefined && !words.includes(word)) words.push(word);
  }
  return words;
}
