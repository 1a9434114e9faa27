import type { ModelSummary } from "../../analysis/summarise";
import type { Model } from "../../core/analysis";
import type { Voice } from "../../core/voice";
import { summaryCsv } from "../summary-csv";
import { dot } from "./dot";
import { draw } from "./draw";
import type { Drawn } from "./graph";
import { graphJson } from "./graph-json";
import { headingOf } from "./heading";
import { mermaid } from "./mermaid";
import { svg } from "./svg";

/** Forms in which a model is drawn, or given to a script. */
export const drawings = ["svg", "dot", "mermaid", "json", "csv"] as const;
export type Drawing = (typeof drawings)[number];

/** What is drawn, and how. */
export interface Sketch {
  readonly model: Model;
  readonly summary: ModelSummary;
  /** What the file is called, and in which format it is. */
  readonly name: string;
  readonly format: string;
  /** Blocks are opened so many levels deep; else as many as a picture takes. */
  readonly depth?: number | undefined;
  readonly voice: Voice;
  lineAt(offset: number): number;
}

export function drawnAs(form: Drawing, { model, summary, name, format, depth, voice, lineAt }: Sketch): string {
  const all = (): Drawn => draw(model, depth ?? Number.POSITIVE_INFINITY, lineAt);
  const pictured = (): Drawn => (depth === undefined ? asDeepAsFits(model, lineAt) : all());
  const heading = headingOf(name, summary, voice, model.graph.program !== undefined);
  const made = {
    svg: () => svg(pictured(), heading),
    dot: () => dot(pictured(), heading),
    mermaid: () => mermaid(pictured(), heading),
    json: () => graphJson(all(), name, format, summary),
    csv: () => summaryCsv([summary]),
  };
  return made[form]();
}

/** A picture of more than that is no overview. */
const mostNodes = 60;

/** Blocks are opened as long as the picture stays one that a person takes in. */
function asDeepAsFits(model: Model, lineAt: (offset: number) => number): Drawn {
  let drawn = draw(model, 0, lineAt);
  for (let depth = 1; ; depth++) {
    const deeper = draw(model, depth, lineAt);
    if (deeper.nodes.length > mostNodes || deeper.nodes.length === drawn.nodes.length) return drawn;
    drawn = deeper;
  }
}
