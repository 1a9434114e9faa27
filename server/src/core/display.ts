/** Parts of a hover that somebody can do without; what the words under the cursor are is always told. */
export const hoverSections = [
  "formula",
  "shape",
  "sizes",
  "parameters",
  "macs",
  "memory",
  "receptiveField",
  "scales",
  "quiz",
] as const;
export type HoverSection = (typeof hoverSections)[number];

/** What stands behind a row. */
export const hintParts = ["shape", "parameters", "macs"] as const;
export type HintPart = (typeof hintParts)[number];

/** What stands above a list of rows. */
export const lensKinds = ["totals", "scales", "blocks", "quiz"] as const;
export type LensKind = (typeof lensKinds)[number];

/** Which of what could be shown of a document is shown, and how. */
export interface Display {
  readonly hover: ReadonlySet<HoverSection>;
  /** Empty where no hints are wanted. */
  readonly hints: ReadonlySet<HintPart>;
  /** `[80, 80, 256]`, or `80²×256`. */
  readonly shapes: "list" | "compact";
  /** Empty where no lenses are wanted. */
  readonly lenses: ReadonlySet<LensKind>;
  /** "30 by 30, 16 channels" in place of signs. */
  readonly plainWords: boolean;
}
