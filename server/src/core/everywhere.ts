import { argOf, type Model, type Step } from "./analysis";
import { flowOf, type Part } from "./flow";

/** A part of which a rule has found something, with what that is. */
export interface Found<T> {
  readonly part: Part;
  readonly found: T;
}

/**
 * What a rule finds wrong with layers, as far as it is so in every use of their text.
 *
 * One text may stand for several layers: the body of a block for those of every call, a row for all of its copies, an
 * anchor for what its aliases mean. Whoever changes the text changes them all, so a rule speaks only where each of them
 * is wrong; one that is fine, or of which too little is known, keeps it silent. Problems of equal id and span are one
 * afterwards, so a rule reports all that it gets:
 *
 *     for (const { part, found } of everywhere(model, (part) => findIn(part))) report(part.step, found.message);
 *
 * `find` is asked of every part of the flattened graph, or of those in order that can be wrong at all, and answers
 * nothing where all is well. Of a composite one part is enough to make the layer wrong; a rule that speaks of layers as
 * written asks among `wholeParts(model)`.
 *
 * Where what is wrong are the arguments `by` alone and a block is told them by its calls, the layers of each call stand
 * for themselves: who calls it with other values changes nothing for the rest.
 */
export function everywhere<T>(
  model: Model,
  find: (part: Part) => T | undefined,
  among: Iterable<Part> = flowOf(model),
  by: readonly string[] = [],
): readonly Found<T>[] {
  const all: Found<T>[] = [];
  for (const part of among) {
    const found = find(part);
    if (found !== undefined) all.push({ part, found });
  }
  if (!all.length) return all;
  const wrong = new Set(all.map(({ part }) => part.step));
  const fine = new Set(model.steps.filter((step) => isThere(step) && !wrong.has(step)).map((step) => textOf(step, by)));
  return all.filter(({ part }) => !fine.has(textOf(part.step, by)));
}

/** What only settles which of two results is meant is no layer. */
const isThere = ({ absent, node }: Step): boolean => !absent && !node.either;

/** Where the operator is written, an activation that an argument names having words of its own; and what a call says. */
function textOf(step: Step, by: readonly string[]): string {
  const told = by.flatMap((param) => (argOf(step, param)?.value.note ? [step.args?.[param]] : []));
  return `${step.node.opSpan.from} ${JSON.stringify(told)}`;
}
