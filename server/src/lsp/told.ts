import type { Diagnostic } from "vscode-languageserver";
import { type CheckId, checks } from "../core/checks";
import type { Problem } from "../core/problem";
import { diagnostics, type Findings } from "../features/diagnostics";
import { guessDiagnostics } from "../features/guesses";
import { complaintsOf } from "../tree/complaints";
import type { Client } from "./client";
import type { Page } from "./documents";
import { isJson } from "./leaves";

/** The diagnostics of a document as this client shows them, less those that it has from somebody else. */
export function told({ uri, findings, model }: Page, client: Client): Diagnostic[] {
  if (!findings) return [];
  const problems = client.leaves(uri, "syntax") ? own(findings, isJson(uri)) : findings.problems;
  return [...diagnostics({ ...findings, problems }, { uri, ...client }), ...(model ? guessDiagnostics(model) : [])];
}

/**
 * Without those that every reader of the language has, who then tells of the same mistake. What is wrong with a text
 * that can be read all the same is known to nobody else, and fixes are offered for both.
 */
function own({ text, lines, problems }: Findings, json: boolean): readonly Problem[] {
  if (!problems.some(leftOf)) return problems;
  const complaints = complaintsOf(text, json);
  const rows = new Set(complaints.map((at) => lines.at(at).line));
  return problems.filter((problem) => {
    switch (leftOf(problem)) {
      case "always":
        return false;
      case "unreadable":
        return complaints.length === 0;
      case "line":
        return !rows.has(lines.at(problem.span.from).line);
      default:
        return true;
    }
  });
}

const leftOf = ({ id }: Problem) => checks[id as CheckId]?.left;
