import { argOf } from "../core/analysis";
import type { Node } from "../core/graph";
import type { Remedy } from "../core/op";
import type { Problem } from "../core/problem";
import { setArgument } from "../core/set-argument";
import type { Value } from "../core/value";
import { type Spelling, wordFor } from "../core/vocabulary";

/** The problem of a call with the values of its arguments that would mend it, and the ways to write them. */
export const remediable = (found: Problem, remedies: readonly Remedy[], node: Node, spelling: Spelling): Problem => ({
  ...found,
  remedies: remedies.map(({ param, value }) => ({ word: wordFor(spelling, param), value })),
  trials: () =>
    remedies.flatMap(({ param, value }) => {
      const step = { node, spelling };
      const written = argOf(step, param)?.value;
      return written && !isPlain(written) ? [] : (setArgument(step, param, String(value), false) ?? []);
    }),
});

/** In a list others stand beside it, a formula says what it hangs on, and what is scaled is no such number yet. */
const isPlain = ({ kind, note, written }: Value): boolean =>
  (kind === "number" || kind === "text" || kind === "null") && !note && written === undefined;
