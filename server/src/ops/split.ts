import { image } from "../core/batch";
import { add, compare, type Dim, divide, mul, type Shape } from "../core/dim";
import { empty, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { either, list, size } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { cutAlong, mostPieces, pieces, reachAlong } from "./families/pieces";

export const split = op({
  name: "Split",
  summary: "Cuts a tensor along one axis into pieces of given sizes.",
  formula: "pieces of split_size, the last of what is left; or one piece for each section",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.split.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { ys: "*+" },
  params: {
    split_size_or_sections: param(either(size(), list(size({ min: 0 }))), {
      doc: "The size of every piece but the last, or a list of the sizes of all.",
    }),
    dim: cutAlong,
  },
  constraints: { ...axisExists, "sections-add-up": "The sections must add up to the axis that is cut." },
  infer({ x }, { split_size_or_sections: wanted, dim }, must) {
    mustExist(dim, x, { arg: "dim" }, must);
    const axis = axisOf(dim, x);
    if (axis === undefined) return { ys: [] };
    const whole = x[axis]!;
    if (!isSections(wanted)) return { ys: pieces(x, axis, splitsOf(whole, wanted)) };
    if (wanted.length > mostPieces) return { ys: [] };
    const sum = add(...wanted);
    const holds = compare(sum, whole);
    const last = add(whole, mul(sum, -1), wanted.at(-1) ?? 0);
    const instead = typeof last === "number" && last > 0 ? say`; ${[...wanted.slice(0, -1), last]} does` : empty;
    const message = say`${wanted} adds up to ${sum}, but axis ${dim} of ${image(x)} is ${whole}${instead}`;
    must("sections-add-up", holds, { arg: "split_size_or_sections" }, message);
    return { ys: pieces(x, axis, wanted) };
  },
  reach: ({ x }, { dim }) => reachAlong(x, dim),
});

const isSections = (wanted: Dim | Shape): wanted is Shape => Array.isArray(wanted);

/** Where the number of pieces hangs on a symbol, there are none that could be named. */
function splitsOf(whole: Dim, each: Dim): Shape {
  const equal = divide(whole, each);
  if (typeof equal === "number") return equal > mostPieces ? [] : Array<Dim>(equal).fill(each);
  if (typeof whole !== "number" || typeof each !== "number") return [];
  const count = Math.max(1, Math.ceil(whole / each));
  return count <= mostPieces ? Array.from({ length: count }, (_, i) => Math.min(each, whole - i * each)) : [];
}
