import type { Model } from "../core/analysis";
import { type Dim, isKnown } from "../core/dim";
import { hasFilters, lastsOf } from "../core/ending";
import { everywhere } from "../core/everywhere";
import { thousands } from "../core/figures";
import { imageOf, type Part, shapeOf } from "../core/flow";
import { type Message, say, setting } from "../core/message";
import { others } from "../core/paths";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { missed, sizedWindowsOf, stepsOver, windowsOf, writtenWindows } from "../core/windows";

export const representationalBottleneck = rule({
  id: "representational-bottleneck",
  summary: "One step leaves less than an eighth of the numbers.",
  why: "What a step drops no later layer can bring back. Networks that work shrink the image while channels grow, so that the numbers become fewer gently from the input to the output.",
  severity: "hint",
  waits: true,
  source: "https://arxiv.org/abs/1512.00567",
  near: true,
  needs: [(part) => squeezed(part) !== undefined],
  check(model, report) {
    for (const { part, found } of everywhere(model, narrowIn(model), writtenWindows(model), [
      "out_channels",
      "kernel_size",
      "stride",
    ]))
      report(part.step, found);
  },
});

/** The most that one step may leave out of account. */
const most = 8;

const narrowIn = (model: Model) => {
  const written = writtenWindows(model);
  const answers = new Set(lastsOf(model).filter(({ op }) => hasFilters(op)));
  return (part: Part): Message | undefined => {
    // Of scores there are as many as are wanted.
    const step = written.has(part) && !answers.has(part) ? squeezed(part) : undefined;
    // A gate, a context at the side and a head for training leave the image as it is, which is read beside them.
    if (!step || others(part).some((reader) => !squeezed(reader.part))) return undefined;
    const { from, to } = step;
    const [before, after] = [product(from), product(to)];
    const ratio = Math.round((10 * before) / after) / 10;
    return say`${factorsOf(from)} = ${figure(before)} numbers become ${factorsOf(to)} = ${figure(after)}, ${ratio} times fewer in one step${repairOf(part, before, to)}`;
  };
};

interface Step {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What a strided step reads and gives, where that is too little. */
function squeezed(part: Part): Step | undefined {
  const windows = windowsOf(part);
  // Where pixels are stepped over they are what is lost, and that is said elsewhere.
  if (!windows.some(({ stride }) => stride > 1) || windows.some(stepsOver)) return undefined;
  const [from, to] = [part.inputs[0] && shapeOf(part.inputs[0]), part.outputs[0]].map((shape) => {
    const image = imageOf(part, shape);
    return image && [image.channels, ...image.spatial];
  });
  if (!isSized(from) || !isSized(to) || to.slice(1).every((size) => size === 1)) return undefined;
  // What lies behind the last window is told of by itself.
  const read: readonly number[] = sizedWindowsOf(part).map((one) => one.size - Math.max(0, missed(one)));
  return product(read.length ? [from[0]!, ...read] : from) > most * product(to) ? { from, to } : undefined;
}

const isSized = (sizes: readonly Dim[] | undefined): sizes is readonly number[] =>
  sizes?.every((size) => typeof size === "number" && isKnown(size)) === true;

const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

const figure = (count: number): string => thousands(String(count));

const factorsOf = (sizes: readonly number[]): string => sizes.join("·");

function repairOf({ isWhole, step, args }: Part, before: number, [, ...spatial]: readonly number[]): Message {
  if (!isWhole || !step.spelling || typeof args["out_channels"] !== "number") return say``;
  const groups = Number(args["groups"] ?? 1);
  const channels = Math.ceil(before / most / product(spatial) / groups) * groups;
  return say`; ${setting(wordFor(step.spelling, "out_channels"), channels)} keeps an eighth`;
}
