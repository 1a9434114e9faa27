import { countsOf, isComplete, type Model, macsOf, parametersOf } from "../core/analysis";
import { type Dim, isKnown } from "../core/dim";
import { grouped, short } from "./figures";

interface Totals {
  readonly parameters: Dim;
  readonly macs: Dim;
  /** Nothing is left out because it is not known. */
  readonly whole: boolean;
}

/** What a model has and does in all, or as much of it as is known while it is being written. */
function totals({ steps, graph }: Model): Totals {
  const parameters = parametersOf(countsOf(steps), graph);
  const macs = macsOf(steps);
  if (isKnown(parameters) && isKnown(macs)) return { parameters, macs, whole: isComplete(steps) };
  const counted = steps.filter((step) => isKnown(parametersOf(countsOf([step]), graph)));
  const worked = steps.filter((step) => isKnown(macsOf([step])));
  return { parameters: parametersOf(countsOf(counted), graph), macs: macsOf(worked), whole: false };
}

/** Both in a sentence: `at least 144 parameters · 129,600 MACs`. */
export function totalsOf(model: Model): string {
  const { parameters, macs, whole } = totals(model);
  return `${whole ? "" : "at least "}${grouped(parameters)} parameters · ${short(macs)} MACs`;
}

/** Both apart, for a bar or a list. */
export function figuresIn(model: Model): { readonly parameters: string; readonly macs: string } {
  const { parameters, macs, whole } = totals(model);
  const some = whole ? "" : "≥ ";
  return { parameters: some + grouped(parameters), macs: some + short(macs) };
}

/** As short as can be, since several stand beside each other: `s 11.2 M`. */
export function totalsInShort(model: Model): string {
  const { parameters, whole } = totals(model);
  return `${model.id!} ${whole ? "" : "≥ "}${short(parameters)}`;
}
