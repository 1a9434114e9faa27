import type { Call } from "./calls";
import type { Layer } from "./forms";
import { literal } from "./literal";
import { same } from "./scope";
import type { Texts } from "./texts";

/** Whether a layer is there, as a condition; nothing where it always is. */
export function conditionOf(texts: Texts, layer: Layer): string | undefined {
  if (layer.sample.parameter) return undefined;
  const there = layer.slots.map((slot) => (slot?.copies.length ?? 0) > 0);
  const { when, times } = layer.sample;
  if (there.every(Boolean) && when === undefined) return undefined;
  const said = when !== undefined && !texts.params.isPlain ? texts.sizes.translated(when, layer) : undefined;
  if (said !== undefined) return texts.params.use(said);
  if (there.every(Boolean)) return undefined;
  const count = times === undefined ? undefined : texts.sizes.translated(times, layer);
  if (count !== undefined) return texts.params.use(`${count} > 0`);
  return told(there, layer, texts);
}

function told(there: readonly boolean[], layer: Layer, texts: Texts): string {
  const fits = (of: (i: number) => boolean): boolean => there.every((one, i) => one === of(i));
  const { known } = texts.params;
  for (const { text, values } of known) {
    if (fits((i) => values[i] === true)) return texts.params.use(text);
    if (fits((i) => values[i] === false)) return texts.params.use(`not ${text}`);
    for (const value of [...new Set(values)].filter((one) => typeof one !== "object" || one === null)) {
      const isNothing = value === null || value === undefined;
      const said = literal(value);
      if (fits((i) => values[i] !== value)) return texts.params.use(`${text} ${isNothing ? "is not" : "!="} ${said}`);
      if (fits((i) => values[i] === value)) return texts.params.use(`${text} ${isNothing ? "is" : "=="} ${said}`);
    }
  }
  for (const a of known)
    for (const b of known)
      if (a !== b && fits((i) => !same(a.values[i], b.values[i]))) return texts.params.use(`${a.text} != ${b.text}`);
  return texts.params.found(there, `has_${layer.sample.part ?? layer.sample.name ?? layer.sample.stem}`);
}

/** How often a layer is there. */
export function countOf(texts: Texts, layer: Layer): string {
  const { times } = layer.sample;
  const said = times === undefined || texts.params.isPlain ? undefined : texts.sizes.translated(times, layer);
  if (said !== undefined) return texts.params.use(said);
  const counts = layer.slots.map((slot) => slot?.copies.length);
  if (counts.every((one) => one === counts[0])) return String(counts[0]);
  return texts.params.found(counts, "count");
}

/** Whether two copies are told the same in every use. */
export function areEqual(texts: Texts, layer: Layer, one: number, other: number): boolean {
  return layer.slots.every((slot) => {
    const [a, b] = [slot?.copies[one], slot?.copies[other]];
    return !a || !b || a.every((call, i) => isSame(texts, call, b[i]!));
  });
}

function isSame({ forms, inner }: Texts, a: Call, b: Call): boolean {
  if (a.kind === "leaf" && b.kind === "leaf")
    return (
      a.word === b.word &&
      [...a.args].every(([word, { value }]) => same(value, b.args.get(word)?.value)) &&
      [...a.states].every(([word, { size }]) => same(size, b.states.get(word)?.size))
    );
  if (a.kind === "leaf" || b.kind === "leaf") return false;
  const [form, other] = [forms.of(a.body), forms.of(b.body)];
  const { told } = inner.get(form)!.params;
  const at = (body: typeof a.body): number => form.bodies.indexOf(body);
  return form === other && told.every(({ values }) => same(values[at(a.body)], values[at(b.body)]));
}
