import { countsOf, isComplete, type Model, parametersOf } from "../core/analysis";
import { type Dim, isKnown } from "../core/dim";
import { everywhere } from "../core/everywhere";
import { thousands } from "../core/figures";
import { type Image, imageOf, origin, type Part, shapeOf } from "../core/flow";
import { type Message, say } from "../core/message";
import type { Op } from "../core/op";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { share } from "../core/types";

export const largeDenseHead = rule({
  id: "large-dense-head",
  summary: "The Linear layer behind a Flatten holds most parameters of the network.",
  why: "It has a weight for every pixel of every channel, learns each place by itself and overfits, and it fits one image size alone. The mean of each channel is enough to tell classes apart.",
  severity: "hint",
  source: "https://arxiv.org/abs/1312.4400",
  options: {
    share: param(share, { doc: "Part of all parameters up to which a layer may go.", default: 0.8 }),
  },
  needs: [
    ({ op, inputs }) => op !== undefined && lays(op) && (inputs[0] && shapeOf(inputs[0]))?.length !== 2,
    ({ isWhole, op }) => isWhole && op?.name === "Linear",
    ({ op }) => op?.traits.includes("convolution") === true,
  ],
  total: {
    of: ({ spelling, outcome }, graph) => {
      if (spelling?.op.name !== "Linear") return 0;
      const own = outcome && parametersOf(outcome.counts, graph);
      return isNumber(own) ? own : Number.POSITIVE_INFINITY;
    },
    mayConcern: (dense, parameters, { share: most }) => dense > most * parameters,
  },
  check(model, report, { share: most }) {
    // A stated size may be right, and another layer wrong.
    if (!isComplete(model.steps) || model.steps.some(({ doubtful, broken }) => doubtful || broken)) return;
    const all = parametersOf(countsOf(model.steps), model.graph);
    if (!isNumber(all)) return;
    for (const { part, found } of everywhere(model, largeIn(model, all, most))) report(part.step, found);
  },
});

const isNumber = (dim: Dim | undefined): dim is number => typeof dim === "number" && isKnown(dim);

const largeIn = (model: Model, all: number, most: number) => {
  return (part: Part): Message | undefined => {
    const { step, op, isWhole, outcome } = part;
    if (!isWhole || op?.name !== "Linear" || !outcome || step.node.shares !== undefined) return undefined;
    const own = parametersOf(outcome.counts, model.graph);
    if (!isNumber(own) || own <= most * all) return undefined;
    const flat = flattened(part);
    const image = flat?.image;
    const sizes = image && [image.channels, ...image.spatial];
    const outputs = part.args["out_features"];
    if (!sizes?.every(isNumber) || typeof outputs !== "number") return undefined;
    const [channels, ...spatial] = sizes as readonly number[];
    const places = spatial.reduce((product, size) => product * size, 1);
    const reads = part.inputs[0] && shapeOf(part.inputs[0])?.at(-1);
    if (!flat || places < 2 || !hasFilters(part) || reads !== channels! * places) return undefined;
    const left = own - channels! * (places - 1) * outputs;
    const percent = Math.floor((100 * own) / all);
    const why = say`for each of ${sizes.join("·")} = ${figure(reads)} values`;
    return say`${step.node.label} holds ${figure(own)} of ${figure(all)} parameters, ${percent} %, since it has weights ${why}; global average pooling in place of ${flat.by} would leave it ${figure(left)}`;
  };
};

/** Whether a layer is the head of convolutions: alone, a matrix for all pixels is the network that was meant. */
function hasFilters(part: Part): boolean {
  const seen = new Set([part]);
  for (const { inputs } of seen) for (const input of inputs) if (input) seen.add(input.part);
  return [...seen].some(({ op }) => op?.traits.includes("convolution"));
}

/** Whether it may lay an image in one axis, by that name or another. */
const lays = ({ name, traits }: Op): boolean => traits.includes("flatten") || name === "Reshape";

const figure = (count: number): string => thousands(String(count));

/** The image whose values a layer reads side by side; what lies between changes each by itself. */
function flattened(part: Part): { readonly image: Image; readonly by: string } | undefined {
  const isFlat = ({ outputs, inputs }: Part): boolean => {
    const before = inputs[0] && shapeOf(inputs[0]);
    return outputs.length === 1 && outputs[0]!.length === 2 && before?.length === 2 && before[1] === outputs[0]![1];
  };
  const flatten = origin(part.inputs[0], (one) => isFlat(one) && !one.op?.traits.includes("dense"))?.part;
  const source = flatten?.inputs[0] && shapeOf(flatten.inputs[0]);
  const image = flatten?.op && lays(flatten.op) ? imageOf(flatten, source) : undefined;
  return image && { image, by: flatten!.step.node.op };
}
