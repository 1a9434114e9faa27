import type { Analysis, Step } from "../core/analysis";
import type { Edge } from "../core/graph";
import { linesOf } from "../core/lines";
import { type Message, say } from "../core/message";
import type { Problem } from "../core/problem";

interface Version {
  readonly text: string;
  readonly analysis: Analysis;
}

/** Why another version of a text is not the same model under other names; nothing where it is. */
export function unlike(before: Version, after: Version | undefined): Message | undefined {
  const known = countsOf(before);
  for (const [key, { problem, count }] of after ? countsOf(after) : [])
    if (count > (known.get(key)?.count ?? 0)) return problem.message;
  const [was, is] = [before, after].map((version) => version && JSON.stringify(linesIn(version.analysis)));
  return was === is ? undefined : say`the model would be another one with this name`;
}

/** Lines stay when names change, columns and sentences do not. */
function countsOf({ text, analysis: { problems } }: Version) {
  const lines = linesOf(text);
  const counts = new Map<string, { readonly problem: Problem; readonly count: number }>();
  for (const problem of problems) {
    // A name without a mark that it is not read may be advised against; what is wrong is told of as ever.
    if (problem.severity !== "error") continue;
    const key = `${problem.id} ${lines.at(problem.span.from).line}`;
    counts.set(key, { problem, count: 1 + (counts.get(key)?.count ?? 0) });
  }
  return counts;
}

/** All that is known of every layer, but for its name. */
const linesIn = ({ models }: Analysis): unknown =>
  models.map(({ graph, steps }) => [steps.map(lineOf), graph.outputs.map(edgeOf)]);

function lineOf({ node, outcome, absent, broken, doubtful }: Step): unknown {
  const { op, inputs, args, shares, training, given } = node;
  const names = args.map(({ name }) => name);
  const gives = outcome && [outcome.outputs, outcome.counts, outcome.macs];
  return [op, inputs.map(edgeOf), names, shares, training, given, gives, absent, broken, doubtful];
}

const edgeOf = ({ node, port }: Edge): unknown => [node, port];
