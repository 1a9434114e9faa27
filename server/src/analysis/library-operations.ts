import type { Model, Outcome } from "../core/analysis";
import { shapeAt } from "../core/analysis";
import { isKnown, type Shape } from "../core/dim";
import type { Op, Weight } from "../core/op";
import { isBox } from "./library-modules";

/** A call that has no calls inside, and where it stands. */
interface Leaf {
  readonly op: Op;
  readonly args: { readonly [name: string]: unknown };
  readonly outcome: Outcome;
  readonly inputs: readonly (Shape | undefined)[];
  /** Whether it is a module, and no function that one computes by. */
  readonly module: boolean;
}

/**
 * Operations in the size of the model's input, as the profiler of the Ultralytics library counts them; not yet
 * doubled or scaled. Where an operator stands for modules that are not told apart, there is no figure: none is guessed.
 */
export function libraryOperations(model: Model): number | undefined {
  const leaves = leavesOf(model);
  const sum = leaves?.reduce<number>((all, leaf) => all + (operationsOf(leaf) ?? Number.NaN), 0) ?? Number.NaN;
  return Number.isNaN(sum) ? undefined : sum;
}

function leavesOf(model: Model): readonly Leaf[] | undefined {
  const leaves: Leaf[] = [];
  for (const step of model.steps) {
    const { node, spelling, args, outcome, absent } = step;
    if (node.given || absent) continue;
    if (!spelling || !args || !outcome) return undefined;
    // A module of somebody's own of which only figures are known.
    if (spelling.op.traits.includes("own") && !outcome.calls.length) return undefined;
    const inputs = node.inputs.map((edge) => shapeAt(model, edge));
    descend({ op: spelling.op, args, outcome, inputs, module: true }, leaves);
  }
  return leaves;
}

function descend(call: Leaf, leaves: Leaf[]): void {
  const { outcome, inputs, module } = call;
  if (!outcome.calls.length || outcome.weights.length) leaves.push(call);
  for (const inner of outcome.calls) {
    const read = inner.inputs.map(
      (source) => source && (source.call < 0 ? inputs[source.port] : outcome.calls[source.call]?.outputs[source.port]),
    );
    // A part without a name is computed by a function; where it has parts, those are the module's own.
    const isModule = module && (inner.name !== "" || inner.calls.length > 0);
    descend({ op: inner.op, args: inner.args, outcome: inner, inputs: read, module: isModule }, leaves);
  }
}

/** Weights of a module's own that are no module: the box convolutions of a head aside, which are one each. */
const boxesIn = ({ outcome }: Leaf): readonly Weight[] => outcome.weights.filter(isBox);

/** Every module behind the call is known: it is a layer by itself, or what it holds beside its calls is told apart. */
const isTold = ({ op, outcome }: Leaf): boolean =>
  op.name in counted || outcome.weights.every((weight) => !weight.name.includes(".") || isBox(weight));

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
  (!outcome.calls.length && !free.has(op.name) && outcome.weights.some((weight) => !isBox(weight)));

function operationsOf(leaf: Leaf): number | undefined {
  const { op, inputs, module } = leaf;
  if (op.traits.includes("idle")) return 0;
  const count = module ? counted[op.name] : undefined;
  if (count) return count(leaf);
  if (!isTold(leaf) || (module && isElsewise(leaf))) return undefined;
  // Four sides for every pixel; several heads in one share the inputs equally.
  const boxes = boxesIn(leaf);
  const pixels = inputs.reduce((all, shape) => all + elements([1, ...(shape ?? [Number.NaN]).slice(2)]), 0);
  return boxes.reduce((all, { dims }) => all + (4 * pixels * elements([1, ...dims])) / boxes.length, 0);
}
