import type { Step } from "../core/analysis";
import { add } from "../core/dim";
import type { Node, Within } from "../core/graph";
import { didYouMean, nearest } from "../core/nearest";
import { error, type Problem, type Report, replace } from "../core/problem";
import type { Span } from "../core/span";
import { type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import { ordered } from "./axes";
import { bind } from "./bind";
import { type AnyMust, caller, type Sum } from "./compose";
import { connect, flat } from "./connect";
import { believe } from "./stated";

/** Understands one node as far as it can be understood, given all that is known of the nodes before it. */
export function inferStep(node: Node, { spellings, layout }: Vocabulary, before: readonly Step[], tell: Report): Step {
  const nothing = { node, weights: [], macs: 0 };
  if (node.given) return { ...nothing, outputs: [node.given] };
  if (node.op === "") return nothing;
  const report: Report = (problem) => tell(inBlocks(problem, node.within));

  const spelling = spellings.get(node.op);
  if (!spelling) {
    const near = nearest(node.op, [...spellings.keys()]);
    report(
      error(
        "unknown-operator",
        node.opSpan,
        `no operator is called ${node.op}${didYouMean(near)}`,
        near ? replace(`Change to ${near}`, node.opSpan, near) : undefined,
      ),
    );
    return nothing;
  }

  let broken = false;
  const reject: Report = (problem) => {
    broken = true;
    report(problem);
  };
  const args = bind(spelling, node, reject);
  const sources = node.inputs.map((edge) =>
    edge.node === undefined ? undefined : before[edge.node]?.outputs?.[edge.port],
  );
  const connected = connect(spelling, layout, node, sources, reject);
  if (!args || !connected) return { ...nothing, spelling, ...(args && { args }) };

  const { op } = spelling;
  const inputs = believe(spelling, node, connected, report);
  const must: AnyMust = (id, holds, at, message) => {
    if (holds === "no") reject(error(id, spanOf(node, spelling, at), message));
  };
  const sum: Sum = { weights: [...(op.weights?.(inputs, args) ?? [])], macs: 0 };
  const outputs = op.infer(inputs, args, must, caller(must, sum));
  spelling.must?.(inputs, args, must);
  // One mistake, one problem: what follows a broken step starts from nothing known.
  if (broken) return { ...nothing, spelling, args };

  return {
    node,
    spelling,
    args,
    outputs: flat(op.outputs, outputs, (axes, tensor) => ordered(axes, tensor, layout)),
    weights: sum.weights,
    macs: add(op.macs?.(inputs, args, outputs) ?? 0, sum.macs),
  };
}

/** The text an operator means when it points at one of its own arguments or inputs. */
function spanOf(node: Node, spelling: Spelling, at: Parameters<AnyMust>[2]): Span {
  if (at === "op") return node.opSpan;
  if ("arg" in at) return node.args.find((arg) => arg.name === wordFor(spelling, at.arg))?.value.span ?? node.opSpan;
  const first = Object.keys(spelling.op.inputs).indexOf(at.input);
  return node.inputs[first + (at.index ?? 0)]?.span ?? node.opSpan;
}

/** A problem in the body of a block says which call of the block it is about. */
export function inBlocks(problem: Problem, within: Within | undefined): Problem {
  const calls = [];
  for (let call = within; call; call = call.outer) calls.push({ span: call.span, message: `in ${call.label}` });
  return calls.length ? { ...problem, related: [...(problem.related ?? []), ...calls] } : problem;
}
