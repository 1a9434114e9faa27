import { countsOf, type Model, macsOf, parametersOf } from "../core/analysis";
import type { Severity } from "../core/problem";
import { grouped, short } from "./figures";
import { type Snapshot, scalesOf } from "./snapshot";

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
}

export const noStatus: Status = { format: null, scale: null, scales: [], totals: [], errors: 0, warnings: 0 };

export function status(snapshot: Snapshot): Status {
  const { format, analysis, scale = null } = snapshot;
  const count = (severity: Severity) => analysis.problems.filter((problem) => problem.severity === severity).length;
  return {
    format,
    scale,
    scales: scalesOf(snapshot),
    totals: analysis.models.map(totals),
    errors: count("error"),
    warnings: count("warning"),
  };
}

export const totals = ({ id, graph, steps }: Model): Totals => ({
  scale: id ?? null,
  parameters: grouped(parametersOf(countsOf(steps), graph)),
  macs: short(macsOf(steps)),
});
