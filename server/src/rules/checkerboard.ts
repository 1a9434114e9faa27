import type { Model, Step } from "../core/analysis";
import { portsOf, tensorsOf } from "../core/axes";
import { gcd } from "../core/divisors";
import { everywhere } from "../core/everywhere";
import { flowOf, type Part, shapeOf } from "../core/flow";
import { type Message, say, setting } from "../core/message";
import { rule } from "../core/rule";
import { wordFor } from "../core/vocabulary";
import { isTold } from "../core/windows";

export const checkerboard = rule({
  id: "checkerboard",
  summary: "The stamps of a transposed convolution overlap unevenly.",
  why: "Where the kernel is no multiple of the stride, some pixels of the result are the sum of more stamps than their neighbours, in a pattern like that of a checkerboard, which the weights have to learn away.",
  severity: "hint",
  waits: true,
  source: "https://distill.pub/2016/deconv-checkerboard/",
  near: true,
  needs: [(part) => stampsOf(part).some(isUneven)],
  check(model: Model, report) {
    for (const { part, found } of everywhere(model, unevenIn(model), flowOf(model), ["kernel_size", "stride"]))
      report(part.step, found);
  },
});

/** How far stamps lie apart along one axis, and how many positions one has. */
interface Stamp {
  readonly taps: number;
  readonly stride: number;
  readonly dilation: number;
}

const unevenIn = (model: Model) => {
  // The only one in a module that was told its kernel is as good as written.
  const counts = new Map<Step, number>();
  for (const part of flowOf(model)) if (stampsOf(part).length) counts.set(part.step, (counts.get(part.step) ?? 0) + 1);
  return (part: Part): Message | undefined => {
    const isWritten = part.isWhole || (counts.get(part.step) === 1 && isTold(part));
    const uneven = isWritten ? stampsOf(part).find(isUneven) : undefined;
    return uneven && messageOf(part, uneven);
  };
};

/** How many taps of neighbouring stamps meet at each of the places between two stamps. */
const covers = ({ taps, stride, dilation }: Stamp): readonly number[] =>
  Array.from(
    { length: stride },
    (_, place) =>
      Array.from({ length: taps }, (_, tap) => tap).filter((tap) => (tap * dilation) % stride === place).length,
  );

const few = (stamp: Stamp): number => Math.min(...covers(stamp));
const many = (stamp: Stamp): number => Math.max(...covers(stamp));
const isUneven = (stamp: Stamp): boolean => few(stamp) !== many(stamp);

function messageOf(part: Part, stamp: Stamp): Message {
  const { taps, stride, dilation } = stamp;
  const covered = say`pixels are covered by ${few(stamp)} or ${many(stamp)} stamps in turn`;
  if (gcd(dilation, stride) > 1)
    return say`${covered}: with a dilation of ${dilation} and stride ${stride} taps fall on the same ones`;
  const even = Math.ceil(taps / stride) * stride;
  return say`${covered}: a kernel of ${taps} is no multiple of stride ${stride}${dilation > 1 ? say`` : repairOf(part, even - taps, even)}`;
}

function stampsOf({ op, args, inputs, layout }: Part): readonly Stamp[] {
  const kernel: unknown = args["kernel_size"];
  const x = inputs[0] && shapeOf(inputs[0]);
  if (!op?.reach || !Array.isArray(kernel) || !x) return [];
  const tensors = tensorsOf(op.inputs, [x], layout);
  const reach = op.reach(tensors, args);
  if (reach === "everything") return [];
  const [port] = portsOf(op.inputs);
  return Object.entries(reach).flatMap(([axis, sight], i) =>
    // A single stamp meets no other.
    sight.kind === "stamp" && tensors[port!.name][axis] !== 1
      ? [{ taps: kernel[i], stride: sight.stride, dilation: args["dilation"]?.[i] ?? 1 }]
      : [],
  );
}

/** The next kernel that is a multiple, and what makes up for its size. */
function repairOf({ step, args, isWhole }: Part, more: number, even: number): Message {
  const { spelling } = step;
  if (!spelling || !isWhole || new Set(args["kernel_size"]).size > 1) return say``;
  const kernel = say`; ${setting(wordFor(spelling, "kernel_size"), even)}`;
  const [extra, padding] = [args["output_padding"]?.[0], args["padding"]];
  const isAlike = [args["output_padding"], padding, args["stride"], args["dilation"]].every(
    (list) => !Array.isArray(list) || new Set(list).size === 1,
  );
  if (isAlike && args["dilation"]?.[0] === 1 && Array.isArray(padding)) {
    if (extra >= more)
      return say`${kernel} with ${setting(wordFor(spelling, "output_padding"), extra - more)} gives the same size`;
    if (more % 2 === 0)
      return say`${kernel} with ${setting(wordFor(spelling, "padding"), padding[0] + more / 2)} gives the same size`;
  }
  return say`${kernel} is one`;
}
