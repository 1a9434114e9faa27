import type { Model, Step } from "./analysis";
import type { Message } from "./message";
import type { Problem, Severity } from "./problem";

export type RuleReport = (
  step: Step,
  message: Message,
  extra?: Partial<Pick<Problem, "span" | "related" | "fixes">>,
) => void;

/** One lint. Reads one analysed graph, reports, and changes nothing. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  check(model: Model, report: RuleReport): void;
}
