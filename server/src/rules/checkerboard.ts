import type { Model } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import { everywhere } from "../core/everywhere";
import { type Part, shapeOf, wholeParts } from "../core/flow";
import { type Message, say } from "../core/message";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";

export const checkerboard = rule({
  id: "checkerboard",
  summary: "The stamps of a transposed convolution overlap unevenly.",
  why: "Where the kernel is no multiple of the stride, some pixels of the result are the sum of more stamps than their neighbours, in a pattern like that of a checkerboard, which the weights have to learn away.",
  severity: "hint",
  waits: true,
  source: "https://distill.pub/2016/deconv-checkerboard/",
  near: true,
  check(model: Model, report) {
    for (const { part, found } of everywhere(model, unevenIn, wholeParts(model))) report(part.step, found);
  },
});

/** How far stamps lie apart along one axis, and how many positions one has. */
interface Stamp {
  readonly taps: number;
  readonly stride: number;
}

function unevenIn(part: Part): Message | undefined {
  const uneven = part.isWhole ? stampsOf(part).find(({ taps, stride }) => taps % stride !== 0) : undefined;
  if (!uneven) return undefined;
  const { taps, stride } = uneven;
  const [few, many] = [Math.floor(taps / stride), Math.ceil(taps / stride)];
  const even = many * stride;
  return say`pixels are covered by ${few} or ${many} stamps in turn: a kernel of ${taps} is no multiple of stride ${stride}${repairOf(part, even - taps, even)}`;
}

function stampsOf({ op, args, inputs, layout }: Part): readonly Stamp[] {
  const kernel: unknown = args["kernel_size"];
  const x = inputs[0] && shapeOf(inputs[0]);
  if (!op?.reach || !Array.isArray(kernel) || !x) return [];
  const reach = op.reach(tensorsOf(op.inputs, [x], layout), args);
  return reach === "everything"
    ? []
    : Object.values(reach).flatMap((sight, i) =>
        sight.kind === "stamp" ? [{ taps: kernel[i], stride: sight.stride }] : [],
      );
}

/** The next kernel that is a multiple, and what makes up for its size. */
function repairOf({ step, args }: Part, more: number, even: number): Message {
  const { spelling } = step;
  if (!spelling || new Set(args["kernel_size"]).size > 1) return say``;
  const kernel = say`; ${wordFor(spelling, "kernel_size")}: ${even}`;
  const [extra, padding] = [args["output_padding"]?.[0], args["padding"]];
  const isAlike = [args["output_padding"], padding, args["stride"], args["dilation"]].every(
    (list) => !Array.isArray(list) || new Set(list).size === 1,
  );
  if (isAlike && args["dilation"]?.[0] === 1 && Array.isArray(padding)) {
    if (extra >= more)
      return say`${kernel} with ${wordFor(spelling, "output_padding")}: ${extra - more} gives the same size`;
    if (more % 2 === 0)
      return say`${kernel} with ${wordFor(spelling, "padding")}: ${padding[0] + more / 2} gives the same size`;
  }
  return say`${kernel} is one`;
}
