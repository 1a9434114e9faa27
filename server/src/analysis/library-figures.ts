import type { Inner, Model, Outcome } from "../core/analysis";
import { shapeAt } from "../core/analysis";
import { isKnown, type Shape } from "../core/dim";
import type { Op, Weight } from "../core/op";

/**
 * What the Ultralytics library prints below a model, counted by its own conventions from the tree of
 * calls. Where an operator stands for modules that are not told apart, there is no figure: none is guessed.
 */
export interface LibraryFigures {
  /** Modules without modules inside. */
  readonly layers: number | undefined;
  /** Operations in the size of the model's input, as its profiler counts them; not yet doubled or scaled. */
  readonly operations: number | undefined;
}

/** A call that has no calls inside, and where it stands. */
interface Leaf {
  readonly op: Op;
  readonly args: { readonly [name: string]: unknown };
  readonly outcome: Outcome;
  readonly inputs: readonly (Shape | undefined)[];
  /** The operator that makes the call. */
  readonly owner?: string;
  /** Two calls of one module have the same path; what is no module has none. */
  readonly path: string | undefined;
}

export function libraryFigures(model: Model): LibraryFigures {
  const leaves = leavesOf(model);
  if (!leaves) return { layers: undefined, operations: undefined };
  const paths = new Set(leaves.flatMap(pathsOf));
  const told = leaves.every(isTold);
  const counts = leaves.map(operationsOf);
  const sum = counts.reduce<number>((all, one) => all + (one ?? Number.NaN), 0);
  return { layers: told ? paths.size : undefined, operations: Number.isNaN(sum) ? undefined : sum };
}

function leavesOf(model: Model): readonly Leaf[] | undefined {
  const leaves: Leaf[] = [];
  for (const step of model.steps) {
    const { node, spelling, args, outcome, absent } = step;
    if (node.given || absent) continue;
    if (!spelling || !args || !outcome) return undefined;
    const inputs = node.inputs.map((edge) => shapeAt(model, edge));
    descend({ op: spelling.op, args, outcome, inputs, path: String(node.id) }, leaves);
  }
  return leaves;
}

function descend(call: Leaf, leaves: Leaf[]): void {
  const { outcome, inputs, path } = call;
  if (!outcome.calls.length || outcome.weights.length) leaves.push(call);
  for (const inner of outcome.calls) {
    const read = inner.inputs.map(
      (source) => source && (source.call < 0 ? inputs[source.port] : outcome.calls[source.call]?.outputs[source.port]),
    );
    descend(
      { op: inner.op, args: inner.args, outcome: inner, inputs: read, owner: call.op.name, path: inside(path, inner) },
      leaves,
    );
  }
}

/** A part without a name is computed by a function; where it has parts with names, those are the module's own. */
const inside = (path: string | undefined, { name, calls }: Inner): string | undefined =>
  name ? `${path}.${name}` : calls.length ? path : undefined;

function pathsOf(leaf: Leaf): readonly string[] {
  const { op, outcome, path } = leaf;
  if (path === undefined) return [];
  if (op.name === "SiLU") return [activationOf(leaf, path)];
  const boxes = boxesIn(leaf);
  return outcome.calls.length || boxes.length ? boxes.map(({ name }) => `${path}.${name}`) : [path];
}

/**
 * The blocks of one class share one activation, so all of them are one layer. A branch that was copied
 * for a second head has an activation of its own, and so has every other module.
 */
function activationOf({ owner }: Leaf, path: string): string {
  if (owner !== "Conv" && owner !== "RepConv") return path;
  return `${/\d+\.(?:.*\.)?one2one_\w+/.exec(path)?.[0] ?? ""} ${owner}`;
}

/** The convolution that weighs the steps of a side of a box; heads hold it beside their branches. */
const box = /(?:^|\.)dfl\d*\.conv\.weight$/;

/** Weights of a module's own that are no module: the box convolutions of a head aside, which are one each. */
const boxesIn = ({ outcome }: Leaf): readonly Weight[] => outcome.weights.filter(({ name }) => box.test(name));

/** Every module behind the call is known: it is a layer by itself, or what it holds beside its calls is told apart. */
const isTold = ({ op, outcome }: Leaf): boolean =>
  op.name in counted || outcome.weights.every(({ name }) => !name.includes(".") || box.test(name));

type Count = (leaf: Leaf) => number | undefined;

const elements = (shape: Shape | undefined): number =>
  (shape ?? [Number.NaN])
    .slice(1)
    .reduce<number>((all, size) => all * (typeof size === "number" ? size : Number.NaN), 1);

const multiplications: Count = ({ outcome: { macs } }) =>
  typeof macs === "number" && isKnown(macs) ? macs : undefined;

/** What finds values between pixels is counted by values of the result; of other ways than these nothing is known. */
const perValue: { readonly [mode: string]: number } = { nearest: 0, bilinear: 11 };

/** By operator; what is not here and not among `elsewise` costs nothing by the library's count. */
const counted: { readonly [op: string]: Count } = {
  Conv2d: multiplications,
  Linear: multiplications,
  ConvTranspose2d: multiplications,
  BatchNorm2d: ({ inputs }) => 4 * elements(inputs[0]),
  AdaptiveAvgPool2d: ({ inputs, outcome }) => elements(inputs[0]) + elements(outcome.outputs[0]),
  Upsample: ({ args, outcome }) => perValue[String(args.mode)]! * elements(outcome.outputs[0]),
};

/** Modules that the library counts by rules of their own, which are not told apart here. */
const elsewise = /^(Adaptive)?AvgPool|^Softmax/;

/** Modules with weights that the library does not know, and so counts as nothing. */
const free: ReadonlySet<string> = new Set(["ContrastiveHead", "ImplicitA", "ImplicitM", "LayerScale"]);

const isElsewise = ({ op, outcome }: Leaf): boolean =>
  elsewise.test(op.name) ||
  (!outcome.calls.length && !free.has(op.name) && outcome.weights.some(({ name }) => !box.test(name)));

function operationsOf(leaf: Leaf): number | undefined {
  const { op, inputs, path } = leaf;
  if (op.traits.includes("idle")) return 0;
  const count = path === undefined ? undefined : counted[op.name];
  if (count) return count(leaf);
  if (!isTold(leaf) || (path !== undefined && isElsewise(leaf))) return undefined;
  // Four sides for every pixel; several heads in one share the inputs equally.
  const boxes = boxesIn(leaf);
  const pixels = inputs.reduce((all, shape) => all + elements([1, ...(shape ?? [Number.NaN]).slice(2)]), 0);
  return boxes.reduce((all, { dims }) => all + (4 * pixels * elements([1, ...dims])) / boxes.length, 0);
}
