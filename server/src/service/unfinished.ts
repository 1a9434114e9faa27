import type { Analysis } from "../core/analysis";
import type { Check } from "../core/check";
import { checks } from "../core/checks";
import { isKnown, type Shape } from "../core/dim";
import type { EarlierText } from "../core/earlier-text";
import type { Row } from "../core/graph";
import type { Problem } from "../core/problem";
import { pythonReader } from "./when-python";

/** Whether a text is no program as it stands. */
export const isBroken = (text: string): boolean => pythonReader().isBroken(text);

/** What has come in at once: a letter, words such as an editor completes or digits of a number, or a text that stands by itself. */
export type Step = "letter" | "words" | "text";

/**
 * Whether a version of a program may only be on its way from an earlier one: what is wrong now and was not may then not
 * be written yet. Of a letter that holds of whatever is new, and of lines of which nothing is known any more
 * though nobody has touched them; of words, only where something seems to be missing.
 */
export function isUnfinished(earlier: Analysis, now: Analysis, text: EarlierText, step: Step): boolean {
  if (step === "text") return false;
  const known = new Set(all(earlier).map(({ id, span }) => `${id} ${text.now(span.from)}`));
  const fresh = now.problems.filter(({ id, span }) => !known.has(`${id} ${span.from}`));
  return step === "letter" ? fresh.length > 0 || knowsLess(earlier, now, text) : fresh.some(maybeUnwritten);
}

/** What a comment silences was there too. */
const all = ({ problems, suppressed }: Analysis): readonly Problem[] => [...problems, ...suppressed];

const maybeUnwritten = ({ id }: Problem): boolean => (checks as { readonly [id: string]: Check })[id]?.waits === true;

function knowsLess(earlier: Analysis, now: Analysis, text: EarlierText): boolean {
  const left = new Set(known(now).map(({ kind, from }) => `${kind} ${from}`));
  return known(earlier).some(
    ({ kind, from, to }) => !text.isRewritten({ from, to }) && !left.has(`${kind} ${text.now(from)}`),
  );
}

interface Place {
  readonly kind: "statement" | "class" | "layer";
  readonly from: number;
  readonly to: number;
}

/** Where a program says something of which the shape is known. */
const known = ({ models }: Analysis): readonly Place[] =>
  models.flatMap(({ graph: { program, rows }, steps }): readonly Place[] => [
    ...(program?.statements ?? []).flatMap(({ span, outputs }): readonly Place[] =>
      isAllKnown(outputs) ? [{ kind: "statement", ...span }] : [],
    ),
    ...(program?.modules ?? []).flatMap(({ classSpan, outputs }): readonly Place[] =>
      classSpan && isAllKnown(outputs) ? [{ kind: "class", ...classSpan }] : [],
    ),
    ...rows.filter(({ nodes }) => nodes.some((id) => steps[id]?.outcome)).map(placeOf),
  ]);

const placeOf = ({ opSpan: { from, to } }: Row): Place => ({ kind: "layer", from, to });

const isAllKnown = (outputs: readonly (Shape | undefined)[]): boolean =>
  outputs.length > 0 && outputs.every((shape) => shape?.every(isKnown));
