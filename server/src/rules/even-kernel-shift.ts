import type { Model } from "../core/analysis";
import { grownBy } from "../core/border";
import { everywhere } from "../core/everywhere";
import type { Part } from "../core/flow";
import { type Message, say, setting } from "../core/message";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { axesInWords, type Window, windowsOf, writtenWindows } from "../core/windows";

export const evenKernelShift = rule({
  id: "even-kernel-shift",
  summary: "A kernel of even size, padded by half of it, makes the image larger by one.",
  why: "Half of the kernel on every side keeps the size only where the kernel has a middle. Each such layer adds a row and a column, so that the sizes no longer fit those of a skip, and moves the image by half a pixel.",
  severity: "warning",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html",
  near: true,
  // A border may be laid by a layer before.
  needs: [(part) => windowsOf(part).some(({ taps, stride }) => taps % 2 === 0 && taps !== stride)],
  check(model, report) {
    for (const { part, found } of everywhere(model, grownIn(model), writtenWindows(model), [
      "kernel_size",
      "stride",
      "padding",
    ]))
      report(part.step, found);
  },
});

const grownIn = (model: Model) => {
  const written = writtenWindows(model);
  return (part: Part): Message | undefined => {
    const grown = written.has(part) ? grownBy(part) : [];
    return grown.length ? messageOf(part, grown) : undefined;
  };
};

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
    ? say`; ${setting(kernel, taps + 1)} keeps ${size}`
    : say`; ${setting(kernel, taps + 1)} gives ${Math.ceil(Number(size) / stride)}`;
}
