import type { Model } from "../core/analysis";
import { add, mul } from "../core/dim";
import { everywhere } from "../core/everywhere";
import { destination, origin, type Part } from "../core/flow";
import { type Message, say } from "../core/message";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { axesInWords, keepsPlaces, type Window, windowsOf, writtenWindows } from "../core/windows";

export const evenKernelShift = rule({
  id: "even-kernel-shift",
  summary: "A kernel of even size, padded by half of it, makes the image larger by one.",
  why: "Half of the kernel on every side keeps the size only where the kernel has a middle. Each such layer adds a row and a column, so that the sizes no longer fit those of a skip, and moves the image by half a pixel.",
  severity: "warning",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html",
  near: true,
  check(model, report) {
    for (const { part, found } of everywhere(model, grownIn(model), writtenWindows(model))) report(part.step, found);
  },
});

const grownIn = (model: Model) => {
  const written = writtenWindows(model);
  return (part: Part): Message | undefined => {
    const grown = written.has(part) ? windowsOf(part).filter(isHalf).filter(grows) : [];
    return grown.length && !isMadeUp(part) ? messageOf(part, grown) : undefined;
  };
};

const isHalf = ({ taps, dilation, stride, before, after }: Window): boolean =>
  taps % 2 === 0 && dilation === 1 && taps !== stride && before === taps / 2 && after === before;

/** At stride 1 by one whatever the size is, else to one more than the part that the stride leaves. */
const grows = ({ size, count, stride }: Window): boolean =>
  stride === 1 ? add(count, mul(size, -1)) === 1 : typeof size === "number" && count === Math.ceil(size / stride) + 1;

/** Two such layers in turn, one of which takes off what the other adds, keep the size on purpose. */
function isMadeUp(part: Part): boolean {
  const isCut = (other: Part | undefined): boolean =>
    other !== undefined &&
    windowsOf(other).some(({ taps, size, count }) => taps % 2 === 0 && add(count, mul(size, -1)) === -1);
  return isCut(destination(part, keepsPlaces)?.part) || isCut(origin(part.inputs[0], keepsPlaces)?.part);
}

function messageOf(part: Part, grown: readonly Window[]): Message {
  const [{ size, count, taps, stride, before }] = grown as readonly [Window];
  const sum = say`⌊(${size} + 2·${before} − ${taps}) / ${stride}⌋ + 1 = ${count}`;
  const many = grown.length > 1 ? say`become` : say`becomes`;
  const result =
    stride === 1
      ? say`${grown.length > 1 ? say`grow` : say`grows`} by 1`
      : say`${many} 1 more than ⌈${size} / ${stride}⌉`;
  return say`${axesInWords(grown)} ${result}: ${sum}${repairOf(part, grown[0]!)}`;
}

/** One pixel more, and the kernel has a middle. */
function repairOf({ isWhole, step }: Part, { size, taps, stride }: Window): Message {
  if (!isWhole || !step.spelling) return say``;
  const kernel = wordFor(step.spelling, "kernel_size");
  return stride === 1
    ? say`; ${kernel}: ${taps + 1} keeps ${size}`
    : say`; ${kernel}: ${taps + 1} gives ${Math.ceil(Number(size) / stride)}`;
}
