import type { Node } from "../../core/graph";
import { layerItself, lostBatch, unbatched } from "./batch";
import { unlikeSource } from "./common-source";
import type { Culprit, Drawn, Search } from "./drawn";
import { oddOne, unchanged } from "./joins";
import { makerOf } from "./makers";
import { otherImages, otherSizes } from "./other-images";

/** By the id of a problem, where its culprit is looked for, the likeliest first. */
const searches: { readonly [id: string]: readonly Search[] } = {
  "concat-sizes-agree": [otherImages, oddOne, unlikeSource],
  "shapes-broadcast": [otherSizes, unchanged],
  "square-divides-channels": [makerOf],
  "stated-size": [lostBatch],
  "wrong-rank": [unbatched, layerItself],
};

export function culpritOf(id: string, node: Node, drawn: Drawn): Culprit | undefined {
  for (const search of searches[id] ?? []) {
    const found = search(node, drawn);
    if (found) return found;
  }
  return undefined;
}
