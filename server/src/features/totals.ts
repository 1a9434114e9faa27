import { countsOf, isComplete, type Model, macsOf, parametersOf } from "../core/analysis";
import { type Dim, isKnown, showDim } from "../core/dim";
import { beside, type Message, render, say } from "../core/message";
import type { Voice } from "../core/voice";
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
export function totalsOf(model: Model, voice?: Voice): string {
  const { parameters, macs, whole } = totals(model);
  if (parameters === 0 && macs === 0) return render(whole ? say`no parameters` : say`nothing to count yet`, voice);
  const both = beside([countOf(parameters), ...(isShort(macs) ? [say`${short(macs)} MACs`] : [])], voice);
  return render(whole ? both : say`at least ${both}`, voice);
}

const countOf = (parameters: Dim): Message =>
  parameters === 1 ? say`1 parameter` : say`${grouped(parameters)} parameters`;

/** A long expression in symbols is nothing that one reads in passing. */
const isShort = (dim: Dim): boolean => typeof dim === "number" || showDim(dim).length <= 24;

/** Both apart, for a bar or a list. */
export function figuresIn(model: Model, voice?: Voice): { readonly parameters: string; readonly macs: string } {
  const { parameters, macs, whole } = totals(model);
  const some = (figure: string): string => render(whole ? say`${figure}` : say`≥ ${figure}`, voice);
  return { parameters: some(grouped(parameters)), macs: some(short(macs)) };
}

/** As short as can be, since several stand beside each other: `s 11.2 M`. */
export function totalsInShort(model: Model, voice?: Voice): string {
  const { parameters, whole } = totals(model);
  return render(whole ? say`${model.id!} ${short(parameters)}` : say`${model.id!} ≥ ${short(parameters)}`, voice);
}
