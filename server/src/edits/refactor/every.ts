import { extractBlock } from "./extract-block";
import { inlineBlock } from "./inline-block";
import { nameLayer } from "./name-layer";
import { padding } from "./padding";
import type { Refactoring, Site } from "./refactoring";
import { residual } from "./residual";
import { stateSize } from "./state-size";

/** All that can be done to the rows of a site, and what cannot, with the reason. */
export const refactoringsOf = (site: Site): readonly Refactoring[] => [
  ...nameLayer(site),
  ...stateSize(site),
  ...padding(site),
  ...residual(site),
  ...extractBlock(site),
  ...inlineBlock(site),
];
