import type { Reruns } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { type Search, shapeOf } from "./drawn";

/** All sides as near as this are tried, and beyond them the nearest that networks of many stages take. */
const near = 16;
const deep = [32, 64];
/** Networks halve images, over and over. */
const steps = [2, 4, 8, 16, 32, 64];
/** Sides that networks with a fixed head are made for. */
const usual = [224, 32, 28, 64, 128, 96, 256, 299, 384, 512];

/** Where values of equal channels meet, what else is different may be so because of the images. */
export const otherSizes: Search = (node, drawn) => {
  const shapes = node.inputs.map((edge) => shapeOf(edge, drawn) ?? drawn.nodes[edge.node ?? -1]?.made?.shape);
  const channels = new Set(shapes.map((shape) => (shape?.length === 4 ? shape[1] : shape?.at(-1))));
  return channels.size === 1 ? otherImages(node, drawn) : undefined;
};

/** The input of a model that takes images of other sizes, near those that it is given. */
export const otherImages: Search = (_, { nodes, reruns }) => {
  const given = nodes.find((node) => node.given && node.given.length > 3);
  const image = reruns?.image ?? [];
  const sides = image.filter((side) => typeof side === "number");
  if (!given || !reruns || sides.length !== 2 || sides.length !== image.length) return undefined;
  const why = takenBeside(sides, reruns);
  return why && !reruns.isExhausted() ? { span: given.span, why } : undefined;
};

const shown = (sizes: readonly number[]): string => sizes.join("×");

/** Which sizes near by are taken; nothing where none is. */
function takenBeside(sides: readonly number[], reruns: Reruns): Message | undefined {
  const takes = (sizes: readonly number[]): boolean => reruns.at(sizes) !== undefined;
  const wrong = shown(sides);
  for (const step of steps) {
    const least = sides.map((side) => Math.floor(side / step) * step);
    const most = sides.map((side) => Math.ceil(side / step) * step);
    if (least.includes(0) || shown(least) === wrong) continue;
    if (!takes(least) || !takes(most) || !takes(most.map((side) => side + step))) continue;
    return say`images whose sides are multiples of ${step} fit, such as ${shown(least)} or ${shown(most)}, and ${wrong} does not`;
  }
  const [first = 0] = sides;
  const side = beside(first).find((one) => takes([one, one]));
  return side === undefined ? undefined : say`the model takes images of ${shown([side, side])}, and not of ${wrong}`;
}

/** Sides that are tried, the likeliest first. */
function beside(side: number): readonly number[] {
  const close = Array.from({ length: near }, (_, i) => [side - i - 1, side + i + 1]).flat();
  const far = deep.flatMap((step) => [(Math.ceil(side / step) - 1) * step, (Math.floor(side / step) + 1) * step]);
  const all = [...close, ...far].filter((one) => 2 * one >= side);
  // Who chose a round number meant it, and one that is less so would only hide the mistake.
  const isRound = (one: number): boolean => side % 4 !== 0 || one % 4 === 0;
  return [...new Set([...all, ...usual])].filter((one) => one > 0 && one !== side && isRound(one));
}
