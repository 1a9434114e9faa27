import { type Outcome, outputsOf, type Step } from "../core/analysis";
import { type Dim, type Shape, unknown } from "../core/dim";
import type { Arg, Edge, Node } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import { type SizeName, type Sizes, settle, type Value } from "../core/value";
import { isLayer, type Layout, layoutOf, type Spelling, type Vocabulary } from "../core/vocabulary";
import { bind } from "./bind";
import { connect } from "./connect";
import { withFrozen } from "./frozen";
import { type Broken, inferCall, type Memory, placeOf, total } from "./infer";
import { numbersAsFlags } from "./number-as-flag";
import { placed, problemOf } from "./placing";
import { slidArguments } from "./slid";
import { asStated, believe, type Stated } from "./stated";
import { withoutTied } from "./tied";
import { unknownActivation, unknownOperator } from "./unknown-word";

const nothing: Omit<Outcome, "outputs"> = {
  weights: [],
  counts: { trainable: 0, frozen: 0, state: 0 },
  macs: 0,
  factors: [],
  calls: [],
  results: [],
};

/**
 * Understands one node as far as it can be understood, given all that is known of the nodes before it. Whoever only
 * wants to know whether it is refused is told so in brief, without where its inputs part.
 */
export function inferStep(
  written: Node,
  vocabulary: Vocabulary,
  before: readonly Step[],
  memoryOf: (layout: Layout) => Memory,
  tell: Report,
  briefly = false,
): Step {
  const node = counted(written, before);
  if (node.given) return { node, outcome: { ...nothing, outputs: [node.given] } };
  if (node.made) {
    const { shape, weights } = node.made;
    return { node, outcome: { ...nothing, outputs: [shape], weights, counts: total(weights, []) } };
  }
  const sizes = sizesOf(before, vocabulary.layout);
  if (node.either) return choose(node, node.either(sizes), before);
  for (const guard of node.guards ?? []) {
    const holds = guard(sizes);
    if (holds === false) return { node, absent: true };
    if (holds !== true) return { node };
  }
  if (node.op === "") return { node };
  const report: Report = (found) => tell(placed(found, node.row));

  const { spellings, activations } = vocabulary;
  const spelling = spellings.get(node.op);
  const isApplied = activations && node.row && node.opSpan.from !== node.row.opSpan.from;
  const isKnown = !node.row || (isApplied ? [...activations.values()].includes(node.op) : isLayer(vocabulary, node.op));
  if (!spelling || !isKnown) {
    const rank = sourcesOf(node, before)[0]?.length;
    report(isApplied ? unknownActivation(node, vocabulary) : unknownOperator(node, vocabulary, rank));
    return { node };
  }
  const step = inferKnown(node, { spelling, vocabulary, before, sizes, memoryOf, briefly }, report);
  if (!step.outcome || !(node.frozen || node.tied)) return step;
  return { ...step, outcome: withoutTied(withFrozen(step.outcome, node.frozen ?? []), node.tied ?? []) };
}

/** A negative result of a layer counts from its last. */
function counted(node: Node, before: readonly Step[]): Node {
  if (node.inputs.every(({ port }) => port >= 0)) return node;
  const fromFirst = (edge: Edge): Edge => {
    const given = outputsOf(edge.node === undefined ? undefined : before[edge.node])?.length ?? 0;
    return edge.port < 0 ? { ...edge, port: given ? Math.max(given + edge.port, -1) : 0 } : edge;
  };
  return { ...node, inputs: node.inputs.map(fromFirst) };
}

const sourcesOf = ({ inputs }: Node, before: readonly Step[]): readonly (Shape | undefined)[] =>
  inputs.map(({ node: id, port }) => (id === undefined ? undefined : outputsOf(before[id])?.[port]));

/** What is known where a call is inferred. */
interface Context {
  readonly spelling: Spelling;
  readonly vocabulary: Vocabulary;
  readonly before: readonly Step[];
  readonly sizes: Sizes;
  readonly briefly: boolean;
  memoryOf(layout: Layout): Memory;
}

/** A row whose arguments stand one place off is wrong once, whatever that makes of each of them. */
function inferKnown(node: Node, context: Context, report: Report): Step {
  const { spelling, vocabulary, before } = context;
  const infer = (call: Node, tell: Report) => inferCalled(call, context, tell);
  // Arguments that have names stand where they belong.
  if (!vocabulary.python) return infer(node, report);
  const found: Problem[] = [];
  const step = infer(node, (one) => found.push(one));
  const slid = slidArguments(node, spelling, sourcesOf(node, before), found, infer);
  if (slid) {
    report(slid);
    return { node, spelling, broken: true };
  }
  for (const one of found) report(one);
  for (const one of numbersAsFlags(node, spelling)) report(one);
  return step;
}

function inferCalled(node: Node, context: Context, report: Report): Step {
  const { spelling, vocabulary, before, sizes, memoryOf, briefly } = context;
  const told = briefly
    ? (wrong: Broken): Problem => problem("wrong-argument", node.opSpan, wrong.message)
    : (wrong: Broken): Problem => problemOf(wrong, node, spelling, before, vocabulary);
  let broken = false as boolean;
  const reject: Report = (found) => {
    broken = true;
    report(found);
  };
  // A model file has no formulas in the words of Python.
  const written = vocabulary.python ? node.args : settled(node.args, sizes);
  const args = bind(spelling, node, written, vocabulary, reject);
  const sources = sourcesOf(node, before);
  for (const edge of node.inputs) notGiven(edge, node, before, reject);
  const layout = layoutOf(spelling, args ?? {}, vocabulary.layout);
  const connected = connect(spelling, layout, node, sources, reject);
  if (!args || !connected) return { node, spelling, ...(args && { args }), ...(broken && { broken }) };

  let contradicted = false as boolean;
  const call: Stated = {
    spelling,
    node,
    args: written,
    bound: args,
    inputs: connected.inputs,
    vocabulary,
    before,
    report,
    contradict(found) {
      contradicted = true;
      // A row whose copies do not fit one another gives nothing that could be relied on.
      if (found) (found.id === "copies-fit-each-other" ? reject : report)(found);
    },
  };
  const inputs = believe(call);
  const outcome = inferCall(spelling.op, inputs, args, memoryOf(layout));
  // What follows from a wrong statement is no second mistake, so the rest is judged as if the statement held.
  const judged = contradicted ? inferCall(spelling.op, asStated(call), args, memoryOf(layout)) : outcome;
  for (const wrong of judged.broken) reject(told(wrong));
  spelling.must?.(inputs, args, (constraint, holds, at, message) => {
    if (holds !== "no") return;
    const wrong = { constraint, at: placeOf(spelling.op, inputs, at), message };
    reject(told(wrong));
  });
  // One mistake, one problem: what follows a broken step starts from nothing known.
  if (broken || outcome.broken.length) return { node, spelling, args, broken: true };
  const known = connected.vague ? { ...outcome, outputs: [] } : outcome;
  return contradicted
    ? { node, spelling, args, outcome: known, doubtful: true }
    : { node, spelling, args, outcome: known };
}

/** A result counted beyond those that the layer gives. */
function notGiven({ node: id, port, span }: Edge, { opSpan }: Node, before: readonly Step[], report: Report): void {
  const source = id === undefined ? undefined : before[id];
  const given = outputsOf(source)?.length ?? 0;
  if (!source || !given || (port >= 0 && port < given)) return;
  const { label } = source.node;
  const results = given === 1 ? say`1 result, ${label}.0` : say`${given} results, ${label}.0 to ${label}.${given - 1}`;
  report(problem("unknown-layer", span ?? opSpan, say`${label} gives ${results}`));
}

function choose(node: Node, holds: unknown, before: readonly Step[]): Step {
  const edge = holds === true ? node.inputs[0] : holds === false ? node.inputs[1] : undefined;
  const shape = edge?.node === undefined ? undefined : outputsOf(before[edge.node])?.[edge.port];
  return shape ? { node, outcome: { ...nothing, outputs: [shape] } } : { node };
}

const hangsOnSizes = (value: Value): boolean =>
  value.kind === "formula" || (value.kind === "list" && value.items.some(hangsOnSizes));

function settled(args: readonly Arg[], sizes: Sizes): readonly Arg[] {
  if (!args.some(({ value }) => hangsOnSizes(value))) return args;
  return args.map((arg) => ({ ...arg, value: settle(arg.value, sizes) }));
}

/** Answers formulas from what has been inferred so far. */
const sizesOf =
  (before: readonly Step[], layout: Layout): Sizes =>
  (id, port, axis: SizeName): Dim => {
    const shape = outputsOf(before[id])?.[port];
    if (!shape) return unknown;
    const last = shape.length - 1;
    if (axis === "channels") return shape[layout === "channels-last" ? last : 1] ?? unknown;
    if (shape.length !== 4) return unknown;
    return shape[(layout === "channels-last" ? 1 : 2) + (axis === "width" ? 1 : 0)]!;
  };
