import { outputsOf, type Step } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import { showShape } from "../core/dim";
import { type Message, say } from "../core/message";
import { layoutOf, type Vocabulary } from "../core/vocabulary";

/** How the sizes of a result come about: `⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
export function ofSizes(
  { node, spelling, args, outcome }: Step,
  steps: readonly Step[],
  vocabulary: Vocabulary,
): readonly Message[] {
  if (!spelling?.op.unfold || !args || !outcome?.outputs.length) return [];
  const layout = layoutOf(spelling, args, vocabulary.layout);
  const shapes = node.inputs.map((edge) => outputsOf(steps[edge.node ?? -1])?.[edge.port]);
  if (shapes.includes(undefined)) return [];
  const { op } = spelling;
  return op.unfold!(tensorsOf(op.inputs, shapes, layout), args, tensorsOf(op.outputs, outcome.outputs, layout));
}

/** As many layers as usually stand between a window and a join. */
const farthest = 8;

/** Behind the shape of a tensor: what made it so, by the layer itself or by one before it whose shape it hands on. */
export function madeBy(source: Step, steps: readonly Step[], vocabulary: Vocabulary): Message {
  let step: Step | undefined = source;
  for (let hop = 0; step && hop < farthest; hop++) {
    const lines = ofSizes(step, steps, vocabulary);
    if (lines.length) {
      const all = lines.reduce((one, line) => say`${one}, ${line}`);
      return step === source ? say`: ${all}` : say`; ${step.node.label}: ${all}`;
    }
    step = handedOnBy(step, steps);
  }
  return say``;
}

function handedOnBy({ node, outcome }: Step, steps: readonly Step[]): Step | undefined {
  const [edge, another] = node.inputs;
  const [own] = outcome?.outputs ?? [];
  const before = edge?.node === undefined || another ? undefined : steps[edge.node];
  const shape = before && outputsOf(before)?.[edge!.port];
  return own && shape && showShape(own) === showShape(shape) ? before : undefined;
}
