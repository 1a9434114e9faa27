import type { Reruns } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { type Search, shapeOf } from "./drawn";

/** Sides are changed by this much at most, one by one. */
const furthest = 64;

/** Where values of equal channels meet, what else is different may be so because of the images. */
export const otherSizes: Search = (node, drawn) => {
  const channels = new Set(node.inputs.map((edge) => shapeOf(edge, drawn)?.[1]));
  return channels.size === 1 ? otherImages(node, drawn) : undefined;
};

/** The input of a model that takes images of other sizes, near those that it is given. */
export const otherImages: Search = (_, { nodes, reruns }) => {
  const given = nodes.find((node) => node.given && node.given.length > 3);
  const image = reruns?.image ?? [];
  const sides = image.filter((side) => typeof side === "number");
  if (!given || !reruns || sides.length !== 2 || sides.length !== image.length) return undefined;
  const found = near(sides, reruns);
  return found && { span: given.span, why: found };
};

/** Which sizes near by are taken; nothing where none is. */
function near(sides: readonly number[], reruns: Reruns): Message | undefined {
  const takes = (sizes: readonly number[]): boolean => reruns.at(sizes) !== undefined;
  const [first = 0] = sides;
  const sought = (by: 1 | -1, from: number): number | undefined => {
    const most = Math.min(furthest, Math.floor(from / 2));
    for (let step = 1; step <= most; step++) if (takes(sides.map(() => from + by * step))) return from + by * step;
    return undefined;
  };
  const isSquare = sides.every((side) => side === first);
  const below = sought(-1, first);
  const above = below === undefined ? undefined : sought(1, first);
  if (reruns.isExhausted() || below === undefined || above === undefined) return undefined;
  const step = above - below;
  const isMultiple = step > 1 && below % step === 0 && takes(sides.map(() => above + step));
  const wrong = sides.join("×");
  if (!isMultiple) {
    const [one, other] = [below, above].map((side) => sides.map(() => side).join("×")) as [string, string];
    return say`the model takes images of ${one} or ${other}, and not of ${wrong}`;
  }
  const rounded = [Math.floor, Math.ceil].map((round) => sides.map((side) => round(side / step) * step));
  const some = rounded.filter(
    (sizes, i) => (i === 0 || !isSquare || String(sizes) !== String(rounded[0])) && takes(sizes),
  );
  if (!some.length) return undefined;
  const such = some.map((sizes) => sizes.join("×"));
  return such.length === 1
    ? say`the sides of an image must be multiples of ${step}, as in ${such[0]!}, and not ${wrong}`
    : say`the sides of an image must be multiples of ${step}, as in ${such[0]!} or ${such[1]!}, and not ${wrong}`;
}
