import type { ModelSummary } from "../../analysis/summarise";
import type { Drawn } from "./graph";

/** A model as a graph for a script. */
export const graphJson = (drawn: Drawn, file: string, format: string, { scale, input, totals }: ModelSummary): string =>
  `${JSON.stringify(
    { version: 1, file, format, scale, input, nodes: drawn.nodes, edges: drawn.edges, groups: drawn.groups, totals },
    null,
    2,
  )}\n`;
