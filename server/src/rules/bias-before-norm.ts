import { argOf, type Model, type Step } from "../core/analysis";
import type { Shape } from "../core/dim";
import { destination, flowOf, type Part } from "../core/flow";
import { type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import type { Op } from "../core/op";
import { handsOn } from "../core/passing";
import { rule } from "../core/rule";
import { setArgument } from "../core/set-argument";

export const biasBeforeNorm = rule({
  id: "bias-before-norm",
  summary: "A bias right before a normalisation has no effect.",
  why: "The normalisation subtracts the mean of every channel, and a constant with it. The weights are stored and trained for nothing.",
  severity: "warning",
  near: true,
  needs: [(part) => hasBias(part), ({ op }) => op !== undefined && isPerChannel(op)],
  check(model, report) {
    // Most models have no bias that could be written away, and need not be flattened for it.
    if (!model.steps.some(({ args }) => args?.["bias"] === true)) return;
    const biased = biasedIn(model);
    const norms = new Map(biased.map((part) => [part.step, cancels(part)]));
    const idle = idleIn(model, norms);
    for (const [step, norm] of norms) {
      if (!norm || step.node.shares !== undefined || !keysOf(step).every((key) => idle.get(key))) continue;
      const written = argOf(step, "bias")?.value.span;
      const fix = setArgument(step, "bias", "false");
      report(step, say`the bias is cancelled by ${norm.name}`, {
        ...(written && { span: written }),
        ...(fix && { fixes: [fix] }),
        related: [{ span: norm.step.node.opSpan, message: say`normalised here` }],
      });
    }
  },
});

/** Layers with a bias, and what has the only one inside of a layer that is told of it. */
function biasedIn(model: Model): readonly Part[] {
  const parts = flowOf(model).filter(hasBias);
  const count = new Map<Step, number>();
  for (const { step } of parts) count.set(step, (count.get(step) ?? 0) + 1);
  return parts.filter(({ isWhole, step }) => isWhole || (step.args?.["bias"] === true && count.get(step) === 1));
}

const hasBias = ({ op, args, outputs }: Part): boolean =>
  args["bias"] === true &&
  op !== undefined &&
  (op.traits.includes("convolution") || (op.traits.includes("dense") && isFlat(outputs)));

/** Behind more than one axis a normalisation takes another one for the channels than a dense layer does. */
const isFlat = ([output]: readonly Shape[]): boolean => output?.length === 2;

/** What a bias is written in or belongs to: a text that several calls may share, and weights that several layers may. */
const keysOf = ({ node }: Step): readonly string[] => [`text ${node.opSpan.from}`, `weights ${node.shares ?? node.id}`];

/** Whether the bias is switched off or cancelled in every use; of a layer of which too little is known neither is certain. */
function idleIn({ steps }: Model, norms: ReadonlyMap<Step, unknown>): ReadonlyMap<string, boolean> {
  const idle = new Map<string, boolean>();
  if (!norms.size) return idle;
  for (const step of steps) {
    if (step.absent || step.node.either) continue;
    const here = step.args?.["bias"] === false || norms.get(step) !== undefined;
    for (const key of keysOf(step)) idle.set(key, here && idle.get(key) !== false);
  }
  return idle;
}

interface Norm {
  readonly step: Step;
  readonly name: Message;
}

/** The normalisation that is the only reader, and takes the mean away that the bias shifts. */
function cancels(part: Part): Norm | undefined {
  const reader = destination(part, handsOn)?.part;
  if (!reader?.op || !isPerChannel(reader.op)) return undefined;
  const { step } = reader;
  if ((step.node.training && !part.step.node.training) || hasOtherAxis(step)) return undefined;
  return { step, name: nameOf(reader) };
}

/** Group and layer normalisations take one mean for several channels, which a bias of each does not shift alike. */
const isPerChannel = ({ name, traits }: Op): boolean =>
  traits.includes("normalisation") && /^(Batch|Instance)Norm/.test(name);

/** Keras normalises whatever axis it is told. */
const hasOtherAxis = ({ node, outcome }: Step): boolean =>
  node.args.some(
    ({ name, value }) =>
      name === "axis" &&
      !(value.kind === "number" && (value.value === -1 || value.value === (outcome?.outputs[0]?.length ?? 0) - 1)),
  );
