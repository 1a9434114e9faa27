import type { Model } from "../core/analysis";
import { image } from "../core/batch";
import { compare, type Shape } from "../core/dim";
import { everywhere } from "../core/everywhere";
import { destination, type Part, shapeOf, wholeParts } from "../core/flow";
import { type Message, say } from "../core/message";
import { rule } from "../core/rule";

export const silentBroadcast = rule({
  id: "silent-broadcast",
  summary:
    "Tensors of different shapes are joined value by value, and both are stretched, or axes are put in front of one.",
  why: "No framework complains: it repeats each along the axes that it lacks. What was meant as one value for each image may meet every image, and a vector of channels the columns of an image.",
  severity: "warning",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/notes/broadcasting.html",
  near: true,
  needs: [(part) => joinsValues(part) && !isOfOneShape(part)],
  check(model: Model, report) {
    for (const { part, found } of everywhere(model, stretchedIn, wholeParts(model))) report(part.step, found);
  },
});

/** Whether the operator joins value by value, stretching what has size 1; only such a one asks where axes are put. */
const joinsValues = ({ op, isWhole }: Part): boolean =>
  isWhole && op !== undefined && "shapes-broadcast" in op.constraints && "keeps_batch" in op.params;

const isOfOneShape = ({ inputs, outputs }: Part): boolean =>
  inputs.every((input) => input && outputs[0] && isSame(shapeOf(input) ?? [], outputs[0]));

function stretchedIn(part: Part): Message | undefined {
  const [result] = part.outputs;
  if (!joinsValues(part) || !result) return undefined;
  const shapes = part.inputs.map((input) => input && shapeOf(input));
  // A single number, or one for each image, is a scale of all.
  const tensors = shapes.filter((shape) => shape === undefined || image(shape).some((size) => size !== 1));
  if (tensors.length < 2 || !tensors.every((shape) => shape !== undefined)) return undefined;
  const [a, b] = [tensors[0]!, tensors.find((shape) => shape.length !== tensors[0]!.length)];
  if (b) return isGate(part, a, b) ? undefined : ranksMessage(a, b, result);
  const isWhole = tensors.some((shape) => isSame(shape, result));
  if (isWhole || isMeant(part, result)) return undefined;
  const [first, second] = [tensors[0]!, tensors.find((shape) => !isSame(shape, tensors[0]!))!];
  return second && say`${image(first)} and ${image(second)} are both stretched: the result is ${image(result)}`;
}

const isSame = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((size, i) => compare(size, b[i]!) !== "no" && (size === 1) === (b[i] === 1));

/** A vector of channels meets the channels of an image: Keras puts the missing axes behind the batch, if there is one. */
function isGate({ args, layout }: Part, a: Shape, b: Shape): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isVector = layout === "channels-last" && short.length === (args["keeps_batch"] === true ? 2 : 1);
  return isVector && compare(short.at(-1)!, long.at(-1)!) === "yes";
}

/** A map for the channels and one for the places make an attention that an image of its shape is joined with later. */
function isMeant(part: Part, result: Shape): boolean {
  const passes = ({ inputs, outputs }: Part): boolean =>
    inputs.length === 1 && outputs.length === 1 && isSame(outputs[0]!, result);
  const reader = destination(part, passes)?.part;
  if (!reader || !joinsValues({ ...reader, isWhole: true })) return false;
  return reader.inputs.length > 1 && reader.outputs.every((output) => isSame(output, result));
}

function ranksMessage(a: Shape, b: Shape, result: Shape): Message {
  const axes = [a, b].map((shape) => image(shape).length);
  return say`${image(a)} and ${image(b)} have ${axes[0]!} and ${axes[1]!} axes, and the shorter is stretched: the result is ${image(result)}`;
}
