import type { Node } from "../../core/graph";
import { channelsLast, notFlat, unreadInstead } from "./axes";
import { flatInput, layerItself, lostAxes, lostBatch, otherBatch, unbatched } from "./batch";
import { unlikeSource } from "./common-source";
import type { Culprit, Drawn, Search } from "./drawn";
import { oddOne, offByOne, parameter, stepless, unchanged, unpadded } from "./joins";
import { makerOf } from "./makers";
import { otherImages, otherSizes } from "./other-images";

/** By the id of a problem, where its culprit is looked for, the likeliest first. */
const searches: { readonly [id: string]: readonly Search[] } = {
  "concat-sizes-agree": [offByOne, unpadded, otherImages, oddOne, unlikeSource],
  "factor-divides-image": [otherImages],
  "shapes-broadcast": [otherSizes, unchanged, parameter, stepless, offByOne, unpadded],
  "square-divides-channels": [makerOf],
  "stated-size": [lostBatch, otherBatch, channelsLast, notFlat, unreadInstead],
  "values-fill-shape": [otherImages],
  "wrong-rank": [unbatched, lostAxes, flatInput, layerItself],
};

export function culpritOf(id: string, node: Node, drawn: Drawn): Culprit | undefined {
  for (const search of searches[id] ?? []) {
    const found = search(node, drawn);
    if (found) return found;
  }
  return undefined;
}
