import { type HoverSection, hoverSections } from "../core/display";
import { aboutLayer } from "./hover-layer";
import type { Snapshot } from "./snapshot";
import type { Use } from "./use";

/** All that a hover tells of a layer but how its sizes come about, which is long. */
const sections: ReadonlySet<HoverSection> = new Set(hoverSections.filter((one) => one !== "sizes"));

/** More of a row than fits behind it, in Markdown. */
export const hintTooltip = (snapshot: Snapshot, uses: readonly Use[]): string | undefined =>
  aboutLayer(snapshot, uses, sections).join("\n\n") || undefined;
