import type { Model } from "../core/analysis";
import { everywhere } from "../core/everywhere";
import type { Part } from "../core/flow";
import { type Message, say, setting } from "../core/message";
import { besides, sourceOf } from "../core/paths";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { readOf, sidesOf, stepsOver, type Window, windowsOf, writtenWindows } from "../core/windows";

export const skippedPixels = rule({
  id: "skipped-pixels",
  summary: "Windows step over pixels that none of them reads.",
  why: "What was computed for those pixels is thrown away unseen. ResNets that averaged before such a step, or took it in a larger window, became better at no cost.",
  severity: "information",
  waits: true,
  source: "https://arxiv.org/abs/1812.01187",
  near: true,
  needs: [(part) => windowsOf(part).some(stepsOver)],
  check(model, report) {
    const skipping = everywhere(model, skippedIn(model), writtenWindows(model));
    // Paths that skip the same pixels side by side are one loss.
    const first = new Map<Part | undefined, Part>();
    for (const { part } of skipping) if (!first.has(sourceOf(part))) first.set(sourceOf(part), part);
    const told = new Set([...first.values()].map(({ step }) => step.node.opSpan.from));
    for (const { part, found } of skipping) {
      if (!told.has(part.step.node.opSpan.from)) continue;
      const others = skipping.filter(
        (other) => sourceOf(other.part) === sourceOf(part) && !told.has(other.part.step.node.opSpan.from),
      );
      const related = others.map((other) => ({ span: other.part.step.node.opSpan, message: say`skips them as well` }));
      report(part.step, found, { related });
    }
  },
});

const skippedIn = (model: Model) => {
  const written = writtenWindows(model);
  return (part: Part): Message | undefined => {
    const windows = written.has(part) ? windowsOf(part) : [];
    const skipping = windows.filter(stepsOver);
    if (!skipping.length || besides(part).some((reader) => !windowsOf(reader.part).some(stepsOver))) return undefined;
    return messageOf(part, windows);
  };
};

function messageOf(part: Part, windows: readonly Window[]): Message {
  const [read, all] = [readOf, ({ stride }: Window) => stride].map((of) => windows.reduce((n, one) => n * of(one), 1));
  const kernel = sidesOf(windows.map(({ taps }) => taps));
  const apart = windows.some(({ dilation }) => dilation > 1);
  const dilated = apart ? say` with a dilation of ${sidesOf(windows.map(({ dilation }) => dilation))}` : say``;
  const step = sidesOf(windows.map(({ stride }) => stride));
  const what = say`${read!} of ${all!} pixels ${read === 1 ? say`is` : say`are`} read: a window of ${kernel}${dilated} moves by ${step}`;
  return say`${what}${repairOf(part, windows)}`;
}

/** A window as large as its step reads all. */
function repairOf({ isWhole, step }: Part, windows: readonly Window[]): Message {
  const sides = windows.map((one) => (stepsOver(one) ? one.stride : one.taps));
  if (!isWhole || !step.spelling || windows.some(({ dilation }) => dilation > 1) || new Set(sides).size > 1)
    return say``;
  return say`; ${setting(wordFor(step.spelling, "kernel_size"), sides[0]!)} reads all of them`;
}
