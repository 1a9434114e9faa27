import { say } from "../core/message";
import { unsayable } from "./calls";
import { areEqual, countOf } from "./conditions";
import { type Doc, flat } from "./document";
import type { Layer } from "./forms";
import type { Texts } from "./texts";

export const isMany = ({ slots, sample }: Layer): boolean =>
  sample.times !== undefined || slots.some((slot) => (slot?.copies.length ?? 0) > 1);

/** Something that is made as often as `times` says, which may hang on how often it has been made before: `i`. */
export interface Copies<T> {
  readonly one: T;
  readonly times?: string;
  readonly index?: string;
}

/** What is made for a layer: itself, or as many as it is repeated. */
export function copiesOf<T extends Doc>(texts: Texts, layer: Layer, make: (copy: number) => T): readonly Copies<Doc>[] {
  const most = Math.max(...layer.slots.map((slot) => slot?.copies.length ?? 0));
  if (layer.sample.times === undefined && most === 1) return [{ one: make(0) }];
  const times = countOf(texts, layer);
  const isEqual = (from: number): boolean =>
    Array.from({ length: most }, (_, i) => i).every((i) => i < from || areEqual(texts, layer, from, i));
  if (isEqual(0)) return times === "1" ? [{ one: make(0) }] : [{ one: make(0), times }];
  if (isEqual(1) && most > 1) {
    const rest = /^\d+$/.test(times) ? String(Number(times) - 1) : `${times} - 1`;
    return [{ one: make(0) }, rest === "1" ? { one: make(1) } : { one: make(1), times: rest }];
  }
  if (!texts.params.isPlain)
    throw unsayable(layer.sample, (name) => say`${name} is repeated with other sizes each time`);
  return inRuns(Array.from({ length: most }, (_, copy) => make(copy)));
}

/** Numbers that grow evenly are counted, and what is equal is repeated. */
function inRuns(docs: readonly Doc[]): readonly Copies<Doc>[] {
  const even = counted(docs);
  if (even) return [even];
  const all: Copies<Doc>[] = [];
  for (let i = 0; i < docs.length; ) {
    let end = i + 1;
    while (end < docs.length && flat(docs[end]!) === flat(docs[i]!)) end++;
    if (end - i > 2) all.push({ one: docs[i]!, times: String(end - i) });
    else all.push(...docs.slice(i, end).map((one) => ({ one })));
    i = end;
  }
  return all;
}

function counted(docs: readonly Doc[]): Copies<Doc> | undefined {
  const [doc] = docs;
  if (docs.length < 3 || typeof doc !== "object") return undefined;
  const parts = docs.map((one) => flat(one).split(/(?<![\w.])(\d+)(?![\w.])/));
  const [first, second] = parts as [string[], string[]];
  const steps = first.map((part, i) => (i % 2 ? Number(second[i]) - Number(part) : 0));
  const isEven = (own: readonly string[], k: number): boolean =>
    own.length === first.length &&
    own.every((part, i) => (i % 2 ? Number(part) === Number(first[i]) + k * steps[i]! : part === first[i]));
  if (!parts.every(isEven)) return undefined;
  const grown = (part: string, i: number): string =>
    i % 2 && steps[i] ? `${part} + ${steps[i] === 1 ? "" : `${steps[i]} * `}i` : part;
  const inside = first.map(grown).join("").slice(doc.open.length, -doc.close.length);
  return { one: { ...doc, items: inside.split(", ") }, times: String(docs.length), index: "i" };
}
