import type { YAMLError } from "yaml";
import { say, verbatim } from "../core/message";
import { type Problem, problem } from "../core/problem";

/** The first of a cascade of syntax errors; a second document is a problem of its own. */
export function firstOf(text: string, errors: readonly YAMLError[]): readonly Problem[] {
  const second = errors.find(({ code }) => code === "MULTIPLE_DOCS");
  const others = errors.filter(({ code }) => code !== "MULTIPLE_DOCS").sort((a, b) => a.pos[0] - b.pos[0]);
  return [...(others[0] ? [syntaxProblem(text, others[0])] : []), ...(second ? [secondDocument(text, second)] : [])];
}

function syntaxProblem(text: string, { pos: [from, to], message }: YAMLError): Problem {
  const at = Math.min(from, text.length);
  return problem("syntax", { from: at, to: Math.max(at, Math.min(to, text.length)) }, verbatim(lowerFirst(message)));
}

function secondDocument(text: string, { pos: [from] }: YAMLError): Problem {
  const at = text.lastIndexOf("\n---", from) + 1;
  return problem(
    "second-document",
    { from: at, to: at + 3 },
    say`a file holds one model; what stands below is not read`,
  );
}

const lowerFirst = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
