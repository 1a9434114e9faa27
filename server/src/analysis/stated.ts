import type { Step } from "../core/analysis";
import { asShape } from "../core/axes";
import { image } from "../core/batch";
import { compare, type Dim, isKnown, mul, type Shape, showDim, unknown } from "../core/dim";
import type { Arg, Node } from "../core/graph";
import { type Message, say } from "../core/message";
import { withArticle } from "../core/param";
import { type Fix, type Problem, problem, type Report, replace } from "../core/problem";
import { int } from "../core/types";
import type { Value } from "../core/value";
import type { Spelling, Vocabulary } from "../core/vocabulary";
import type { Bound } from "./bind";
import { miscounted, misfittingCopy, originOf } from "./counted";
import type { Inputs } from "./infer";

type Named = { readonly [axis: string]: Dim | Shape };

const units: { readonly [axis: string]: readonly [one: Message, many: Message] } = {
  C: [say`channel`, say`channels`],
  F: [say`feature`, say`features`],
};

const unitOf = (axis: string, count: Dim): Message | string => units[axis]?.[count === 1 ? 0 : 1] ?? axis;

export interface Stated {
  readonly spelling: Spelling;
  readonly node: Node;
  readonly args: readonly Arg[];
  /** The arguments as the operator sees them. */
  readonly bound: Bound;
  readonly inputs: Inputs;
  readonly vocabulary: Vocabulary;
  /** All that is known of the nodes before it. */
  readonly before: readonly Step[];
  readonly report: Report;
  /** What is stated is not what arrives; without a problem where that follows from one that is told already. */
  contradict(found: Problem | undefined): void;
}

/** `index` counts the tensors of one port. */
type Settle = (arg: Arg, value: Value | undefined, tensor: Named, axis: string, index: number) => Named;

/**
 * Compares the sizes a call states with those it gets. Where nothing is known of an input, the
 * statement is believed, so that a network with one unknown operator is still counted.
 */
export const believe = (call: Stated): Inputs => settled(call, (...one) => settle(call, ...one));

/** The inputs as the call states them, whatever it gets: what the framework builds the layer for. */
export const asStated = (call: Pick<Stated, "args" | "inputs" | "spelling">): Inputs =>
  settled(call, (_, value, tensor, axis) => {
    const reading = value && count.read(value);
    return reading && reading !== "unknown" && "ok" in reading ? { ...tensor, [axis]: reading.ok } : tensor;
  });

function settled(call: Pick<Stated, "args" | "inputs" | "spelling">, settle: Settle): Inputs {
  let known: { [port: string]: any } = call.inputs;
  for (const arg of call.args) {
    const path: string | undefined = arg.name === undefined ? undefined : call.spelling.states[arg.name];
    if (!path) continue;
    const [port, axis] = path.split(".") as [string, string];
    const tensor = known[port];
    const items = arg.value.kind === "list" ? arg.value.items : undefined;
    const one = Array.isArray(tensor)
      ? tensor.map((each: Named, i) => settle(arg, items?.[i], each, axis, i))
      : settle(arg, arg.value, tensor, axis, 0);
    if (one !== tensor) known = { ...known, [port]: one };
  }
  return known;
}

const count = int();

function settle(call: Stated, arg: Arg, value: Value | undefined, tensor: Named, axis: string, index: number): Named {
  const reading = value && count.read(value);
  if (!value || !reading || reading === "unknown") return tensor;
  const size = tensor[axis] as Dim;
  if ("mismatch" in reading) {
    const { span, expected, found } = reading.mismatch;
    call.report(problem("wrong-argument", span, say`${arg.name!} is ${withArticle(expected)}, not ${found}`));
    return tensor;
  }
  if (!isKnown(size)) return { ...tensor, [axis]: reading.ok };
  const matters = call.spelling.compares?.(call.bound) ?? true;
  if (matters && compare(size, reading.ok) === "no") complain(call, arg, value, tensor, axis, index, reading.ok);
  return tensor;
}

function complain(
  { spelling, node, vocabulary, before, contradict }: Stated,
  arg: Arg,
  value: Value,
  tensor: Named,
  axis: string,
  index: number,
  stated: number,
): void {
  const size = tensor[axis] as Dim;
  const copy = misfittingCopy(node, stated, size);
  if (copy) return contradict(copy);
  const how = value.note ? say` (${value.note})` : say``;
  const unit = unitOf(axis, size);
  if (spelling.implied.includes(arg.name!)) {
    const origin = originOf(node.inputs[index], before);
    if (origin) return contradict(origin.doubtful ? undefined : miscounted(origin, node, stated, size));
    const message = say`${node.op} is built for ${stated} ${unitOf(axis, stated)}${how}, but its input has ${size}`;
    return contradict(problem("stated-size", value.span, message));
  }
  const shape = asShape(tensor, vocabulary.layout);
  // Only what takes any number of axes can be meant to read a flat image.
  const [port = ""] = spelling.states[arg.name!]?.split(".") ?? [];
  const flat = spelling.op.inputs[port]?.includes("...") ? mul(...image(shape)) : unknown;
  const set = replace(say`Set ${arg.name!} to ${size}`, value.span, showDim(size));
  if (shape.length > 2 && compare(flat, stated) === "yes") {
    const message = say`${arg.name!} is ${stated}, but the input ${image(shape)} is not flat: its last axis has ${size} ${unit}; Flatten before it gives ${flat}`;
    return contradict(problem("stated-size", value.span, message, flattenBefore(node, vocabulary)));
  }
  // Of a vector the shape would say the same number twice.
  const message =
    image(shape).length === 1
      ? say`${arg.name!} is ${stated}${how}, but the input has ${size} ${unit}`
      : say`${arg.name!} is ${stated}${how}, but the input ${image(shape)} has ${size} ${unit}`;
  contradict(problem("stated-size", value.span, message, set));
}

/** A row that lays the image out flat, put before this one. */
function flattenBefore({ row }: Node, { spellings }: Vocabulary): Fix | undefined {
  const word = [...spellings].find(([, { op }]) => op.traits.includes("flatten"))?.[0];
  if (!row?.lead || word === undefined) return undefined;
  const { at, after, quotes } = row.lead;
  return {
    title: say`Insert ${word} before ${row.op}`,
    edits: [{ span: { from: at, to: at }, text: quotes + word + quotes + after }],
    safe: false,
  };
}
