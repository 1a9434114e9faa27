import type { Problem } from "../core/problem";
import type { Severities } from "../core/severity";

/** Problems with the severities that the configuration gives them; what is off is left out. */
export const withSeverities = (problems: readonly Problem[], severities: Severities): readonly Problem[] =>
  problems.flatMap((problem) => {
    const severity = severities[problem.id] ?? problem.severity;
    return severity === "off" ? [] : severity === problem.severity ? [problem] : [{ ...problem, severity }];
  });
