import type { Severity } from "./severity";

/** What formats, settings and the analyser find wrong by themselves; lints are rules, operators have constraints. */
export interface Check {
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  /**
   * What every reader of YAML or JSON tells too, and so is left to the one that an editor has already: always, where it
   * cannot read the text, or where it finds fault with the same line.
   */
  readonly left?: "always" | "unreadable" | "line";
  /** What is missing may only not be written yet, so that it waits while somebody types. */
  readonly waits?: true;
}

export const error = (summary: string, why: string): Check => ({ severity: "error", summary, why });
export const information = (summary: string, why: string): Check => ({ severity: "information", summary, why });
export const hint = (summary: string, why: string): Check => ({ severity: "hint", summary, why });
export const warning = (summary: string, why: string): Check => ({ severity: "warning", summary, why });
export const unfinished = (summary: string, why: string): Check => ({ ...error(summary, why), waits: true });
export const left = (to: NonNullable<Check["left"]>, check: Check): Check => ({ ...check, left: to });
