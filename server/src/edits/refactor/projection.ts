import { named, portsOf } from "../../core/axes";
import type { Shape } from "../../core/dim";
import { isLayer, type Vocabulary, wordFor } from "../../core/vocabulary";
import type { Said } from "../said";

/** The layer that makes one shape of another by looking at single pixels: other channels, and a part of the pixels. */
export function projection(read: Shape, given: Shape, vocabulary: Vocabulary): Said | undefined {
  const found = [...vocabulary.spellings].find(
    ([name, { op }]) => op.name === `Conv${read.length - 2}d` && isLayer(vocabulary, name),
  );
  if (!found || read.length !== given.length) return undefined;
  const [op, spelling] = found;
  const axes = portsOf(spelling.op.inputs)[0]!.axes;
  const [before, after] = [read, given].map(
    (shape) => named(axes, shape, vocabulary.layout) as { readonly [axis: string]: unknown },
  );
  const sides = axes.split(" ").filter((axis) => axis !== "N" && axis !== "C");
  const steps = sides.map((axis) => stepBetween(before![axis]!, after![axis]!));
  const channels = after!["C"];
  if (typeof channels !== "number" || Number.isNaN(channels) || steps.some((step) => step === undefined))
    return undefined;
  const [step] = steps;
  const isEven = steps.every((one) => one === step);
  const args = [
    { word: wordFor(spelling, "out_channels"), text: String(channels) },
    { word: wordFor(spelling, "kernel_size"), text: "1" },
    ...(isEven && step === 1
      ? []
      : [{ word: wordFor(spelling, "stride"), text: isEven ? String(step) : `[${steps.join(", ")}]` }]),
  ];
  return { op, args };
}

/** Of a larger image one pixel says nothing. */
const mostToOne = 4;

/** How many pixels further each look is, so that so many of them are left: with ⌊(28 − 1) / 2⌋ + 1 = 14 it is 2. */
function stepBetween(before: unknown, after: unknown): number | undefined {
  if (typeof before !== "number" || typeof after !== "number" || !(after >= 1) || !(before >= after)) return undefined;
  if (before === after) return 1;
  if (after === 1) return before <= mostToOne ? before : undefined;
  const step = Math.floor((before - 1) / (after - 1));
  return Math.floor((before - 1) / step) + 1 === after ? smallest(before, after, step) : undefined;
}

/** Several steps may leave as many pixels; people write the smallest. */
function smallest(before: number, after: number, step: number): number {
  let least = step;
  while (least > 1 && Math.floor((before - 1) / (least - 1)) + 1 === after) least--;
  return least;
}
