import {
  countsOf,
  isComplete,
  type Model,
  macsOf,
  parametersOf,
  type Step,
  shapeAt,
  shapesOf,
  stepsOf,
} from "../core/analysis";
import { valuesOf } from "../core/batch";
import { bytesPerValue } from "../core/bytes";
import type { Dim, Shape } from "../core/dim";
import { add, mul } from "../core/dim";
import { placesOf, type Row } from "../core/graph";
import { render, say } from "../core/message";
import { contains } from "../core/span";
import type { Voice } from "../core/voice";

/** A row of the text where it is used: once in each model, and there once for each call of the block it stands in. */
export interface Use {
  readonly model: Model;
  readonly row: Row;
}

/** A copy that repetition makes has the words of the row around it, and is no row that anybody wrote. */
const isCopy = ({ opSpan, outer }: Row): boolean => outer?.opSpan.from === opSpan.from;

/** A row that calls a block has rows of other words inside. */
export const isCall = ({ rows, opSpan }: Row): boolean =>
  rows.some((inside) => inside.opSpan.from !== opSpan.from || isCall(inside));

/** Every row that is written, the ones in bodies of blocks once for each call. */
export function usesIn(model: Model): readonly Use[] {
  let found = remembered.get(model);
  if (!found) remembered.set(model, (found = usesOf(model, model.graph.rows)));
  return found;
}

/** Nearly every question about a place of a text begins with them. */
const remembered = new WeakMap<Model, readonly Use[]>();

const usesOf = (model: Model, rows: readonly Row[]): readonly Use[] =>
  rows.flatMap((row) => [...(isCopy(row) ? [] : [{ model, row }]), ...usesOf(model, row.rows)]);

/** Where calls are written within others, of the innermost. */
export function usesAt(models: readonly Model[], offset: number): readonly Use[] {
  const at = models.flatMap((model) => usesIn(model).flatMap((use) => lengthAt(use, offset) ?? []));
  const least = Math.min(...at.map(({ length }) => length));
  return at.flatMap(({ use, length }) => (length === least || !use.model.graph.program ? [use] : []));
}

function lengthAt(use: Use, offset: number): { readonly use: Use; readonly length: number } | undefined {
  const lengths = placesOf(use.row).flatMap((span) => (contains(span, offset) ? [span.to - span.from] : []));
  return lengths.length ? { use, length: Math.min(...lengths) } : undefined;
}

/** The nearest call of a block around a row, in the words of the row that calls; absent in the model's own list. */
export function callerOf({ outer, opSpan }: Row): Row | undefined {
  let around = outer;
  while (around?.opSpan.from === opSpan.from) around = around.outer;
  return around;
}

/** Where a use is, as far as that has to be said: `n`, `in second`, or both. */
export const whereOf = ({ model, row }: Use, voice?: Voice): string => {
  const caller = callerOf(row);
  const within = caller ? [render(say`in ${caller.label}`, voice)] : [];
  return [...(model.id === undefined ? [] : [model.id]), ...within].join(", ");
};

/** As `whereOf`, in a list in which the model that is looked at stands out. */
export const whereIn = (use: Use, active: Model | undefined, voice?: Voice): string =>
  use.model === active ? `**${whereOf(use, voice)}**` : whereOf(use, voice);

export const inputsOf = ({ model, row }: Use): readonly (Shape | undefined)[] =>
  row.inputs.map((edge) => shapeAt(model, edge));

export const outputsOf = ({ model, row }: Use): readonly (Shape | undefined)[] => shapesOf(model, row);

/** Nothing but what the row hands on, since a condition or a number of repetitions left it out. */
export const isLeftOut = (use: Use): boolean =>
  use.row.repeats === 0 || (use.row.rows.length === 0 && stepsIn(use).some(({ absent }) => absent));

/** What is shown of a use asks for its steps and figures again and again, and the uses of a model stay what they are. */
interface Known {
  readonly steps: readonly Step[];
  readonly figures: Figures | undefined;
}

const known = new WeakMap<Use, Known>();

function knownOf(use: Use): Known {
  let found = known.get(use);
  if (!found) {
    const steps = stepsOf(use.model, use.row);
    known.set(use, (found = { steps, figures: figuresIn(steps, use.model) }));
  }
  return found;
}

export const stepsIn = (use: Use): readonly Step[] => knownOf(use).steps;

/** The steps that have the words of the row itself: not those of a block it calls. */
export const ownSteps = (use: Use): readonly Step[] =>
  stepsIn(use).filter(({ node }) => node.span.from === use.row.span.from || node.row === use.row);

export interface Figures {
  readonly parameters: Dim;
  readonly macs: Dim;
}

/** What a row adds to the model, or nothing where some of it is not known. */
export const figuresOf = (use: Use): Figures | undefined => knownOf(use).figures;

function figuresIn(steps: readonly Step[], { graph }: Model): Figures | undefined {
  if (!isComplete(steps)) return undefined;
  return { parameters: parametersOf(countsOf(steps), graph), macs: macsOf(steps) };
}

/** Bytes of what the row hands on for one image. */
export function activationOf(use: Use): Dim | undefined {
  const shapes = outputsOf(use);
  if (!shapes.length || shapes.some((shape) => !shape)) return undefined;
  return mul(bytesPerValue(use.model.graph), add(...shapes.map((shape) => valuesOf(shape!))));
}
