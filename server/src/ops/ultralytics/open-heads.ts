import { say } from "../../core/message";
import type { Call, Op, Tensor } from "../../core/op";
import { anchorDetect } from "./anchor-detect";
import { anchorSegment } from "./anchor-segment";
import { ddetect } from "./ddetect";
import { detect } from "./detect";
import { dsegment } from "./dsegment";
import { dualDdetect } from "./dual-ddetect";
import { dualDetect } from "./dual-detect";
import { dualDsegment } from "./dual-dsegment";
import { steps } from "./edge-branches";
import { iDetect } from "./i-detect";
import { obb } from "./obb";
import { type Open, opened, stepsBy } from "./open";
import { pose } from "./pose";
import { segment } from "./segment";
import { v9Detect } from "./v9-detect";
import { v9Segment } from "./v9-segment";

/** All places of all inputs in one row: what a branch gives for each of them. */
const rowOf = (call: Call, levels: readonly Tensor[]): Tensor => {
  const { concat, flatten } = stepsBy(call);
  return concat(
    levels.map((level) => flatten(level, 2)),
    2,
  );
};

type Given = (name: string) => Tensor | undefined;

/** What a branch gives for each input that it reads. */
const levelsOf = (given: Given, name: string, xs: readonly Tensor[]): readonly Tensor[] =>
  xs.map((_, i) => given(`${name}.${i}.2`)).filter((found) => found !== undefined);

/** The sides of boxes are weighed together from their steps; scores become chances. */
function boxesBy(given: Given, call: Call, [boxes, classes, dfl]: Names, xs: readonly Tensor[], steps: number): Tensor {
  const { concat, unflatten, transpose, softmax, sigmoid, squeeze, single } = stepsBy(call);
  const sides = rowOf(call, levelsOf(given, boxes, xs));
  const scores = sigmoid(rowOf(call, levelsOf(given, classes, xs)));
  if (steps === 1) return concat([sides, scores], 1);
  const shares = softmax(transpose(unflatten(sides, 1, [4, steps]), 1, 2), 1);
  return concat([squeeze(single(dfl, shares), 1), scores], 1);
}

/** The branches of boxes and of classes, and what weighs the steps. */
type Names = readonly [boxes: string, classes: string, dfl: string];
const first: Names = ["cv2", "cv3", "dfl"];
const second: Names = ["cv4", "cv5", "dfl2"];

const detector = (module: Op): Op =>
  opened(module, (given, call, { reg_max = steps }, xs) => ({ y: boxesBy(given, call, first, xs, reg_max) }));

/** Two heads, each on its half of the inputs. */
const twice = (module: Op): Op =>
  opened(module, (given, call, _, xs) => {
    const half = xs.length / 2;
    const y = boxesBy(given, call, first, xs.slice(0, half), steps);
    return { y, main: boxesBy(given, call, second, xs.slice(half), steps) };
  });

/** What more is told of every box stands behind its scores. */
const withMore = (module: Op): Op =>
  opened(module, (given, call, _, xs): { readonly [port: string]: Tensor } => {
    const { concat } = stepsBy(call);
    const y = concat([given("")!, rowOf(call, levelsOf(given, "cv4", xs))], 1);
    const proto = given("proto") ?? given("proto.cv3");
    return proto ? { y, proto } : { y };
  });

const withMoreTwice = opened(dualDsegment, (given, call, _, xs): { readonly [port: string]: Tensor } => {
  const { concat } = stepsBy(call);
  const y = concat([given("")!, rowOf(call, levelsOf(given, "cv6", xs))], 1);
  const main = concat([given("#1")!, rowOf(call, levelsOf(given, "cv7", xs))], 1);
  return { y, main, proto: given("proto")!, proto2: given("proto2")! };
});

/** For every anchor of every pixel a box, a score and those of the classes, and how much there is of each mask. */
const byAnchors = (module: Op): Op =>
  opened(module, (given, call, { nc, nm = 0 }, xs): { readonly [port: string]: Tensor } => {
    const { concat, flatten, unflatten, permute, sigmoid } = stepsBy(call);
    const levels = xs.map((_, i) => {
      const apart = unflatten((given(`im.${i}`) ?? given(`m.${i}`))!, 1, [-1, nc + 5 + nm]);
      return flatten(sigmoid(permute(apart, [0, 1, 3, 4, 2])), 1, 3);
    });
    const proto = given("proto.cv3");
    return proto ? { y: concat(levels, 1), proto } : { y: concat(levels, 1) };
  });

const boxes = say`The library weighs the steps by 0, 1, 2 … and never trains that, and then turns distances into boxes.`;
const more = say`The library then turns what is told of each place into pixels.`;

/** A second set of branches tells the best 300 boxes, and which those are is no matter of layers. */
const fits = ({ end2end }: { readonly end2end?: boolean }): boolean => !end2end;

export const openHeads: readonly (readonly [Op, Open])[] = [
  ...[detect, ddetect, v9Detect].map((head) => [head, { op: detector(head), besides: boxes, fits }] as const),
  ...[dualDetect, dualDdetect].map((head) => [head, { op: twice(head), besides: boxes }] as const),
  ...[segment, pose, obb, v9Segment, dsegment].map((head) => [head, { op: withMore(head), fits }] as const),
  [dualDsegment, { op: withMoreTwice }],
  ...[anchorDetect, anchorSegment, iDetect].map((head) => [head, { op: byAnchors(head), besides: more }] as const),
];
