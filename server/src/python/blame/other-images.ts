import type { Reruns } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { type Search, shapeOf } from "./drawn";

/** All sides as near as this are tried, and beyond them the nearest that networks of many stages take. */
const near = 16;
const deep = [32, 64];

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
  const found = takenBeside(sides, reruns);
  return found && { span: given.span, why: found };
};

/** Which sizes near by are taken; nothing where none is. */
function takenBeside(sides: readonly number[], reruns: Reruns): Message | undefined {
  const takes = (sizes: readonly number[]): boolean => reruns.at(sizes) !== undefined;
  const [first = 0] = sides;
  const sought = (by: 1 | -1, from: number): number | undefined => {
    const beside = Array.from({ length: near }, (_, i) => from + by * (i + 1));
    const far = deep.map((step) => (by < 0 ? Math.floor(from / step) : Math.ceil(from / step)) * step);
    return [...beside, ...far].find((side) => 2 * side >= from && takes(sides.map(() => side)));
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
