import type { Model } from "../core/analysis";
import type { Severity } from "../core/problem";
import type { Voice } from "../core/voice";
import { type Snapshot, scalesOf } from "./snapshot";
import { figuresIn } from "./totals";

/** Totals of one size of a model, as text for a person. */
export interface Totals {
  readonly scale: string | null;
  readonly parameters: string;
  readonly macs: string;
}

/** What a status bar shows of a document. */
export interface Status {
  readonly format: string | null;
  readonly scale: string | null;
  readonly scales: readonly string[];
  readonly totals: readonly Totals[];
  readonly errors: number;
  readonly warnings: number;
  /** It can be made a file of the native format. */
  readonly converts: boolean;
  /** Its scales are models of a program, each called by a name of its own. */
  readonly isProgram: boolean;
}

export const noStatus: Status = {
  format: null,
  scale: null,
  scales: [],
  totals: [],
  errors: 0,
  warnings: 0,
  converts: false,
  isProgram: false,
};

export function status(snapshot: Snapshot): Status {
  const { format, analysis, scale = null, voice } = snapshot;
  const count = (severity: Severity) => analysis.problems.filter((problem) => problem.severity === severity).length;
  return {
    format,
    scale,
    scales: scalesOf(snapshot),
    totals: analysis.models.map((model) => totals(model, voice)),
    errors: count("error"),
    warnings: count("warning"),
    converts: snapshot.native !== undefined,
    isProgram: snapshot.isProgram === true,
  };
}

export const totals = (model: Model, voice?: Voice): Totals => ({
  scale: model.id ?? null,
  ...figuresIn(model, voice),
});
