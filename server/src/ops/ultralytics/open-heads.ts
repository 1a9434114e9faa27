import { say } from "../../core/message";
import type { Call, Op, Tensor } from "../../core/op";
import { anchorDetect } from "./anchor-detect";
import { ddetect } from "./ddetect";
import { detect } from "./detect";
import { steps } from "./edge-branches";
import { obb } from "./obb";
import { type Open, opened, stepsBy } from "./open";
import { pose } from "./pose";
import { segment } from "./segment";
import { v9Detect } from "./v9-detect";

/** All places of all inputs in one row: what a branch gives for each of them. */
const rowOf = (call: Call, levels: readonly Tensor[]): Tensor => {
  const { concat, flatten } = stepsBy(call);
  return concat(
    levels.map((level) => flatten(level, 2)),
    2,
  );
};

const levelsOf = (
  given: (name: string) => Tensor | undefined,
  name: string,
  xs: readonly Tensor[],
): readonly Tensor[] => xs.map((_, i) => given(`${name}.${i}.2`)!);

/** The sides of boxes are weighed together from their steps; scores become chances. */
const detector = (module: Op): Op =>
  opened(module, (given, call, { reg_max = steps }, xs) => {
    const { concat, unflatten, transpose, softmax, sigmoid, squeeze, single } = stepsBy(call);
    const sides = rowOf(call, levelsOf(given, "cv2", xs));
    const scores = sigmoid(rowOf(call, levelsOf(given, "cv3", xs)));
    if (reg_max === 1) return { y: concat([sides, scores], 1) };
    const shares = softmax(transpose(unflatten(sides, 1, [4, reg_max]), 1, 2), 1);
    return { y: concat([squeeze(single("dfl", shares), 1), scores], 1) };
  });

/** What more is told of every box stands behind its scores. */
const withMore = (module: Op): Op =>
  opened(module, (given, call, _, xs): { readonly [port: string]: Tensor } => {
    const { concat } = stepsBy(call);
    const y = concat([given("")!, rowOf(call, levelsOf(given, "cv4", xs))], 1);
    const proto = given("proto");
    return proto ? { y, proto } : { y };
  });

/** For every anchor of every pixel a box, a score and those of the classes. */
const byAnchors = (module: Op): Op =>
  opened(module, (given, call, { nc }, xs) => {
    const { concat, flatten, unflatten, permute, sigmoid } = stepsBy(call);
    const levels = xs.map((_, i) => {
      const apart = unflatten(given(`m.${i}`)!, 1, [-1, nc + 5]);
      return flatten(sigmoid(permute(apart, [0, 1, 3, 4, 2])), 1, 3);
    });
    return { y: concat(levels, 1) };
  });

const boxes = say`The library weighs the steps by 0, 1, 2 … and never trains that, and then turns distances into boxes.`;
const more = say`The library then turns what is told of each place into pixels.`;

/** A second set of branches tells the best 300 boxes, and which those are is no matter of layers. */
const fits = ({ end2end }: { readonly end2end?: boolean }): boolean => !end2end;

export const openHeads: readonly (readonly [Op, Open])[] = [
  ...[detect, ddetect, v9Detect].map((head) => [head, { op: detector(head), besides: boxes, fits }] as const),
  ...[segment, pose, obb].map((head) => [head, { op: withMore(head), fits }] as const),
  [anchorDetect, { op: byAnchors(anchorDetect), besides: more }],
];
