import { image } from "../core/batch";
import { compare, type Dim, type Shape } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op } from "../core/op";
import { type ParamType, param } from "../core/param";
import { bool, either, int, labelled, perAxis } from "../core/types";
import { axisExists, axisNotBatch, axisOf, mustExist, mustNotBeBatch } from "./families/axis";
import { surest } from "./families/broadcasting";

type Axes = number | readonly number[];

/** The axis of one input as written; one negative number for both goes round and round. */
function axisIn(axes: Axes, index: number, { length }: Shape): number {
  if (typeof axes !== "number") return axes[index]!;
  return axes < 0 ? ((axes % length) + length) % length : axes;
}

/** The size of an axis, and those of the others without the batch. */
function parted(axes: Axes, index: number, shape: Shape): { readonly size: Dim; readonly others: Shape } {
  const axis = axisOf(axisIn(axes, index, shape), shape) ?? 0;
  return { size: shape[axis]!, others: shape.filter((_, k) => k !== 0 && k !== axis) };
}

const along = (i: number, j: number): Message => (i === j ? say`axis ${i}` : say`axes ${i} and ${j}`);

/** Axes that are equally long, the same one of both if there is one. */
function instead(a: Shape, b: Shape): Message {
  const images = [a.slice(0, 5), b.slice(0, 5)] as const;
  const pairs = images[0].flatMap((size, i) => images[1].map((other, j) => ({ i, j, fit: compare(size, other) })));
  const fitting = pairs.filter(({ i, j, fit }) => i > 0 && j > 0 && fit === "yes");
  const best = fitting.find(({ i, j }) => i === j) ?? fitting[0];
  return best ? say`; along ${along(best.i, best.j)} both have ${a[best.i]!}` : empty;
}

export const dot = op({
  name: "Dot",
  summary: "Multiplies two tensors along one axis of each, and adds the products up.",
  formula: "the axes of both without the two that are summed over; one of size 1 where none is left",
  source: "https://keras.io/api/layers/merging_layers/dot/",
  traits: ["join"],
  inputs: { a: "*", b: "*" },
  outputs: { y: "*" },
  params: {
    axes: param(labelled(either(int(), perAxis(int(), 2)), "integer, or 2 of them") as ParamType<Axes>, {
      doc: "The axis that is summed over, or that of each input, the batch being 0; a negative one counts from the last.",
    }),
    normalize: param(bool, {
      doc: "Whether both get length 1 along the axis first, so that the result is the cosine of their angle.",
      default: false,
    }),
  },
  constraints: {
    ...axisExists,
    ...axisNotBatch,
    "summed-sizes-agree": "The axis that is summed over must be as long in both inputs.",
  },
  infer({ a, b }, { axes }, must) {
    for (const [index, shape] of [a, b].entries()) {
      const axis = axisIn(axes, index, shape);
      mustExist(axis, shape, { arg: "axes" }, must);
      mustNotBeBatch(axis, shape, { arg: "axes" }, must);
      if (!axisOf(axis, shape)) return { y: a };
    }
    const [left, right] = [parted(axes, 0, a), parted(axes, 1, b)];
    const fit = compare(left.size, right.size);
    if (fit === "no") {
      const where = along(axisIn(axes, 0, a), axisIn(axes, 1, b));
      const message = say`${image(a)} and ${image(b)} cannot be multiplied along ${where}: ${left.size} and ${right.size} differ${instead(a, b)}`;
      must("summed-sizes-agree", fit, { arg: "axes" }, message);
    }
    const others = [...left.others, ...right.others];
    return { y: [a[0]!, ...(others.length ? others : [1])] };
  },
  macs({ a, b }, { axes }) {
    const [left, right] = [parted(axes, 0, a), parted(axes, 1, b)];
    return [...left.others, ...right.others, surest(left.size, right.size)];
  },
  reach: () => "everything",
});
