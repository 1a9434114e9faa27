import { argOf } from "../core/analysis";
import { add, mul } from "../core/dim";
import type { Part } from "../core/flow";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { int } from "../core/types";
import { type Window, windowsOf, writtenWindows } from "../core/windows";

export const costlyLargeKernel = rule({
  id: "costly-large-kernel",
  summary: "A large filter over many channels costs more than a few small ones that see as much.",
  why: "Two filters of 3×3 see 5×5 pixels for 18/25 of the multiplications, three see 7×7 for 27/49, with an activation more between them. It makes another network, so it is advice for who designs one.",
  severity: "hint",
  waits: true,
  set: "performance",
  source: "https://arxiv.org/abs/1409.1556",
  options: {
    kernel_size: param(int({ min: 5 }), { doc: "Side of a filter from which on it is told.", unit: "px", default: 5 }),
    channels: param(int({ min: 1 }), { doc: "How many there must be at least before and behind it.", default: 64 }),
  },
  check(model, report, { kernel_size, channels }) {
    for (const part of writtenWindows(model)) {
      const filter = filterOf(part);
      if (!filter || filter.side < kernel_size || Math.min(filter.reads, filter.gives) < channels) continue;
      const { side, reads, gives, sizes } = filter;
      const steps = (side - 1) / 2;
      const places = placesBehind(sizes, steps);
      // All but the last keep the number of channels.
      const small = 9 * places.reduce((sum, pixels, i) => sum + pixels * (i < steps - 1 ? reads : gives), 0);
      const percent = Math.round((100 * small) / (side * side * gives * places.at(-1)!));
      if (!(percent < 100)) continue;
      const span = (argOf(part.step, "kernel_size") ?? argOf(part.step, "k"))?.value.span;
      const message = say`${steps} filters of 3×3 see the same ${side}×${side} pixels for ${percent} % of its MACs`;
      report(part.step, message, { ...(span && { span }) });
    }
  },
});

interface Filter {
  readonly side: number;
  readonly reads: number;
  readonly gives: number;
  readonly sizes: readonly Window[];
}

/**
 * Pixels that each of the small filters computes, in units where it does not matter how large the image is. Where the
 * border is narrower than what keeps the size, the image shrinks by as much in each of them.
 */
function placesBehind(sizes: readonly Window[], steps: number): readonly number[] {
  const keeps = sizes.every(({ size, count }) => add(size, mul(count, -1)) === 0);
  return Array.from({ length: steps }, (_, i) =>
    keeps ? 1 : sizes.reduce((all, { size, count }) => all * between(Number(size), Number(count), (i + 1) / steps), 1),
  );
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A dense square filter that keeps the size; one that also strides, or reads a channel alone, is not said by small ones. */
function filterOf(part: Part): Filter | undefined {
  const { op, args, outcome } = part;
  if (!op?.traits.includes("convolution") || "output_padding" in op.params) return undefined;
  const [weights] = outcome?.weights ?? [];
  const { kernel_size: kernel, stride, dilation, groups } = args;
  if (weights?.dims.length !== 4 || kernel?.length !== 2 || groups !== 1) return undefined;
  if ([...stride, ...dilation].some((step) => step !== 1) || kernel[0] !== kernel[1] || kernel[0] % 2 === 0)
    return undefined;
  return { side: kernel[0], reads: Number(weights.dims[1]), gives: Number(weights.dims[0]), sizes: windowsOf(part) };
}
