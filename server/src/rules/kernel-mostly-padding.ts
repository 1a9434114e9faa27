import type { Model } from "../core/analysis";
import { grownBy } from "../core/border";
import { everywhere, type Found } from "../core/everywhere";
import type { Part } from "../core/flow";
import { type Message, say, setting } from "../core/message";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { sidesOf, sizedWindowsOf, type Window, writtenWindows } from "../core/windows";

export const kernelMostlyPadding = rule({
  id: "kernel-mostly-padding",
  summary: "Most of what a kernel reads is border, since the image is smaller than the kernel.",
  why: "The outer weights meet nothing but padding at most places: they are stored and multiplied, and hardly learn. Often the image was made small too early, or the network is meant for larger images.",
  severity: "warning",
  waits: true,
  source: "https://arxiv.org/abs/2106.12307",
  near: true,
  needs: [(part) => isPadded(sizedWindowsOf(part))],
  check(model, report) {
    const padded = everywhere(model, paddedIn(model), writtenWindows(model), told);
    // On images of one size it is one mistake, wherever it shows.
    const first = new Map<string, Found<Padded>>();
    for (const one of padded) if (!first.has(one.found.image)) first.set(one.found.image, one);
    for (const one of padded) {
      const told = first.get(one.found.image)!;
      if (textOf(told) !== textOf(one)) continue;
      const others = padded.filter((other) => other.found.image === one.found.image && textOf(other) !== textOf(one));
      const related = others.map(({ part }) => ({
        span: part.step.node.opSpan,
        message: say`so does ${part.step.node.label}`,
      }));
      report(one.part.step, one.found.message, { related });
    }
  },
});

const told = ["kernel_size", "padding", "dilation"];

interface Padded {
  readonly image: string;
  readonly message: Message;
}

const textOf = ({ part }: Found<Padded>): number => part.step.node.opSpan.from;

const paddedIn = (model: Model) => {
  const written = writtenWindows(model);
  return (part: Part): Padded | undefined => {
    const windows = written.has(part) ? sizedWindowsOf(part) : [];
    // A mirror, an edge and the other end are pixels of the image.
    if ((part.args["padding_mode"] ?? "zeros") !== "zeros") return undefined;
    // An even kernel that makes the image larger is told of as that.
    if (grownBy(part).length) return undefined;
    if (!isPadded(windows)) return undefined;
    const [all, real] = [allTaps(windows), realTaps(windows)];
    const [kernel, image] = [sidesOf(windows.map(({ taps }) => taps)), windows.map(({ size }) => size)];
    const message = say`a kernel of ${kernel} on ${sidesOf(image)} px: ${all - real} of ${all} taps lie on the border${repairOf(part, windows)}`;
    return { image: image.join(), message };
  };
};

const isPadded = (windows: readonly Window<number>[]): boolean =>
  windows.length > 0 && (allTaps(windows) - realTaps(windows)) * 3 > allTaps(windows) * 2;

const allTaps = (windows: readonly Window<number>[]): number => product(windows, ({ taps, count }) => taps * count);
const realTaps = (windows: readonly Window<number>[]): number => product(windows, tapsOnImage);

const product = (windows: readonly Window<number>[], of: (window: Window<number>) => number): number =>
  windows.reduce((all, window) => all * of(window), 1);

/** More than these are not gone through one by one: no kernel is as large. */
const most = 10_000;

/** Over all positions of a window. Each tap is counted by itself, over the positions that hold it on the image. */
function tapsOnImage({ taps, dilation, stride, before, size, count }: Window<number>): number {
  if (taps > most) return taps * count;
  let real = 0;
  for (let tap = 0; tap < taps; tap++) {
    const offset = tap * dilation - before;
    const first = Math.max(0, Math.ceil(-offset / stride));
    const last = Math.min(count - 1, Math.floor((size - 1 - offset) / stride));
    real += Math.max(0, last - first + 1);
  }
  return real;
}

/** From every pixel, a kernel of 2·size − 1 sees all of the image. */
function repairOf({ isWhole, step, op }: Part, windows: readonly Window<number>[]): Message {
  const [kernels, borders] = [windows.map(({ size }) => 2 * size - 1), windows.map(({ size }) => size - 1)];
  const isPlain = windows.every(
    ({ dilation, stride, count, size }) => dilation === 1 && stride === 1 && count === size,
  );
  if (!isWhole || !step.spelling || !isPlain || !op?.traits.includes("convolution") || new Set(kernels).size > 1)
    return say``;
  const word = (param: string): string => wordFor(step.spelling!, param);
  const kernel = setting(word("kernel_size"), kernels[0]!);
  return typeof step.args?.["padding"] === "string"
    ? say`; ${kernel} sees as much`
    : say`; ${kernel} with ${setting(word("padding"), borders[0]!)} sees as much`;
}
