import type { Model } from "../core/analysis";
import { flowOf, type Part, soleReader } from "../core/flow";
import { layerOf } from "../core/graph";
import { type Message, say } from "../core/message";
import { param } from "../core/param";
import { besides } from "../core/paths";
import { rule } from "../core/rule";
import { int } from "../core/types";
import { windowsOf } from "../core/windows";

export const deepPlainNetwork = rule({
  id: "deep-plain-network",
  summary: "Many convolutions follow each other without a shortcut or a normalisation.",
  why: "A plain network of 56 layers was measured to be worse than one of 20, on the images it was trained with too: gradients find no way through. A shortcut around every few layers, or a normalisation behind each, lets deeper networks train.",
  severity: "information",
  source: "https://arxiv.org/abs/1512.03385",
  options: {
    most: param(int({ min: 1, suggest: [10, 20, 30] }), {
      doc: "Convolutions wider than one pixel that may follow each other.",
      default: 20,
    }),
  },
  // A normalisation inside of its layer ends a run before it begins.
  needs: [(part) => isWide(part) && !(part.readers.length && part.readers.every((reader) => eases(reader.part)))],
  total: {
    of: ({ spelling, outcome }) =>
      outcome?.calls.length ? Number.POSITIVE_INFINITY : Number(spelling?.op.traits.includes("convolution") ?? false),
    mayConcern: (convolutions, _, { most }) => convolutions > most,
  },
  check(model, report, { most }) {
    for (const run of runsIn(model)) {
      const first = run[0]!;
      // A path around all of them is a shortcut as well.
      if (run.length <= most || besides(first).length) continue;
      const { opSpan } = run.at(-1)!.step.node;
      const message = say`${run.length} convolutions follow each other ${whereOf(run)} without a shortcut or a normalisation; more than ${most} are hard to train`;
      const related = opSpan.from === first.step.node.opSpan.from ? [] : [{ span: opSpan, message: say`up to here` }];
      report(first.step, message, { related });
    }
  },
});

/** By the layers of the model, since those of a block are counted anew in each of them. */
function whereOf(run: readonly Part[]): Message {
  const [first, last] = [run[0]!, run.at(-1)!].map(({ step }) => (step.node.row ? layerOf(step.node.row) : step.node));
  return first === last ? say`in ${first!.label}` : say`from ${first!.label} to ${last!.label}`;
}

/** Convolutions of which each leads to the next by sole readers, and nothing between them eases the training. */
function runsIn(model: Model): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  const runOf = new Map<Part, Part[]>();
  for (const part of flowOf(model)) {
    if (eases(part)) continue;
    const before = part.inputs[0]?.part;
    const run = before && soleReader(before) ? runOf.get(before) : undefined;
    const isNext = isWide(part);
    const own = run ?? (isNext ? [] : undefined);
    if (!own) continue;
    if (!run) runs.push(own);
    if (isNext) own.push(part);
    runOf.set(part, own);
  }
  return runs;
}

const isWide = (part: Part): boolean =>
  part.op?.traits.includes("convolution") === true && windowsOf(part).some(({ taps }) => taps > 1);

/** Joins, normalisations, an activation that normalises by itself, and whatever is not known. */
const eases = ({ op, inputs, outputs }: Part): boolean =>
  !op || inputs.length !== 1 || outputs.length !== 1 || op.traits.includes("normalisation") || op.name === "SELU";
