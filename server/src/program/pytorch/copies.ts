import { say } from "../../core/message";
import { Unsayable } from "../calls";
import { areEqual, countOf } from "../conditions";
import { type Doc, flat } from "../document";
import type { Layer } from "../forms";
import type { Texts } from "../texts";

export const isMany = ({ slots, sample }: Layer): boolean =>
  sample.times !== undefined || slots.some((slot) => (slot?.copies.length ?? 0) > 1);

/** What is made for a layer: itself, or as many as it is repeated. */
export function copiesOf(texts: Texts, layer: Layer, make: (copy: number) => Doc): readonly Doc[] {
  const most = Math.max(...layer.slots.map((slot) => slot?.copies.length ?? 0));
  if (layer.sample.times === undefined && most === 1) return [make(0)];
  const count = countOf(texts, layer);
  const isEqual = (from: number): boolean =>
    Array.from({ length: most }, (_, i) => i).every((i) => i < from || areEqual(texts, layer, from, i));
  if (isEqual(0)) return most === 1 && count === "1" ? [make(0)] : [repeated(make(0), count)];
  if (isEqual(1) && most > 1) {
    const rest = /^\d+$/.test(count) ? String(Number(count) - 1) : `${count} - 1`;
    return [make(0), rest === "1" ? make(1) : repeated(make(1), rest)];
  }
  if (!texts.params.isPlain)
    throw new Unsayable(say`${layer.sample.name ?? layer.sample.stem} is repeated with other sizes each time`);
  return inRuns(Array.from({ length: most }, (_, copy) => make(copy)));
}

function repeated(doc: Doc, count: string, index = "_"): Doc {
  return { open: "*[", items: [doc, `for ${index} in range(${count})`], close: "]", loop: true };
}

/** Numbers that grow evenly are counted, and what is equal is repeated. */
function inRuns(docs: readonly Doc[]): readonly Doc[] {
  const even = counted(docs);
  if (even) return [even];
  const all: Doc[] = [];
  for (let i = 0; i < docs.length; ) {
    let end = i + 1;
    while (end < docs.length && flat(docs[end]!) === flat(docs[i]!)) end++;
    all.push(end - i > 2 ? repeated(docs[i]!, String(end - i)) : docs[i]!);
    if (end - i === 2) all.push(docs[i]!);
    i = end;
  }
  return all;
}

function counted(docs: readonly Doc[]): Doc | undefined {
  if (docs.length < 3 || docs.some((doc) => typeof doc === "string")) return undefined;
  const texts = docs.map(flat);
  const parts = texts.map((text) => text.split(/(?<![\w.])(\d+)(?![\w.])/));
  const [first, second] = parts as [string[], string[]];
  const steps = first.map((part, i) => (i % 2 ? Number(second[i]) - Number(part) : 0));
  const fits = parts.every(
    (own, k) =>
      own.length === first.length &&
      own.every((part, i) => (i % 2 ? Number(part) === Number(first[i]) + k * steps[i]! : part === first[i])),
  );
  if (!fits) return undefined;
  const text = first
    .map((part, i) => (i % 2 && steps[i] ? `${part} + ${steps[i] === 1 ? "" : `${steps[i]} * `}i` : part))
    .join("");
  const [, open = "", inside = ""] = /^([\w.]+\()(.*)\)$/s.exec(text) ?? [];
  return repeated({ open, items: inside.split(", "), close: ")" }, String(docs.length), "i");
}
