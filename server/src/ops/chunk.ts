import { add, ceilDiv, type Dim, divide, floorDiv, type Shape, unknown } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";
import { axisExists, axisOf, mustExist } from "./families/axis";
import { cutAlong, mostPieces, pieces, reachAlong } from "./families/pieces";

export const chunk = op({
  name: "Chunk",
  summary: "Cuts a tensor into a number of pieces along one axis.",
  formula: "pieces of ⌈size / chunks⌉, the last of what is left; fewer pieces where nothing is left",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.chunk.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { ys: "*+" },
  params: {
    chunks: param(int({ min: 1, suggest: [2, 3] }), { doc: "The most pieces that there will be.", unit: "pieces" }),
    dim: cutAlong,
  },
  constraints: axisExists,
  infer({ x }, { chunks, dim }, must) {
    mustExist(dim, x, { arg: "dim" }, must);
    const axis = axisOf(dim, x);
    return { ys: axis === undefined ? [] : pieces(x, axis, chunksOf(x[axis]!, chunks)) };
  },
  changesNothing: (_, { chunks }) => chunks === 1,
  reach: ({ x }, { dim }) => reachAlong(x, dim),
});

/** Of a size that is not a number only the first piece is known, the last of two, and all where they are equal. */
function chunksOf(size: Dim, chunks: number): Shape {
  const each = ceilDiv(size, chunks);
  if (typeof size === "number" && !Number.isNaN(size)) {
    // Of nothing there are as many pieces of nothing as were asked for.
    const count = size === 0 ? chunks : Math.ceil(size / (each as number));
    if (count > mostPieces) return [];
    return Array.from({ length: count }, (_, i) => Math.min(each as number, size - i * (each as number)));
  }
  if (chunks > mostPieces) return [];
  const equal = divide(size, chunks);
  if (equal !== undefined) return Array<Dim>(chunks).fill(equal);
  if (chunks === 2) return [each, floorDiv(size, 2)];
  return Array.from({ length: chunks }, (_, i) => (i ? unknown : add(each)));
}
