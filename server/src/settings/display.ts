import type { Display, HintPart, HoverSection, LensKind } from "../core/display";

/** A setting of the editor by which somebody chooses what is shown; the key stands behind `convlint.`. */
export type DisplaySetting = { readonly key: string; readonly doc: string } & (
  | { readonly type: "switch"; readonly default: boolean }
  /** One of some words, each with what it means. */
  | { readonly type: "word"; readonly values: Words; readonly default: string }
  /** Any of some words. */
  | { readonly type: "words"; readonly values: Words; readonly default: readonly string[] }
);

type Words<W extends string = string> = { readonly [word in W]: string };

const sections: Words<HoverSection> = {
  formula: "How large the output of an operator is, as a formula, and where its framework says so.",
  shape: "The shapes that a layer reads and gives, and the arguments that count after all.",
  sizes: "How each size of the output follows from the input.",
  parameters: "How many parameters a layer has, and how that is counted.",
  macs: "How many multiply-accumulates a layer takes for one image.",
  memory: "How much memory the output of a layer takes for one image.",
  receptiveField: "How many pixels of the input one value of the output depends on.",
  scales: "A table of all sizes of a model, or of all calls of a block.",
  quiz: "A flashcard about the operator, and a link to be asked about it.",
};

const parts: Words<HintPart> = {
  shape: "The shape of the output: `→ [16, 30, 30]`.",
  parameters: "How many parameters the layer has.",
  macs: "How many multiply-accumulates the layer takes for one image.",
};

const lenses: Words<LensKind> = {
  totals: "Parameters and multiply-accumulates of the whole model.",
  scales: "Beside the totals, the other sizes of the model, to change to.",
  blocks: "How often a block is called, and what each call has.",
  quiz: "A question about what the model teaches.",
};

/** Everything that can be chosen about what is shown; the manifest and the reading of settings have it from here. */
export const displaySettings = [
  {
    key: "hover.sections",
    type: "words",
    values: sections,
    default: Object.keys(sections),
    doc: "What a hover tells beside the words under the cursor. Leave out what you do not read.",
  },
  {
    key: "inlayHints.enabled",
    type: "switch",
    default: true,
    doc: "Show hints behind every layer.",
  },
  {
    key: "inlayHints.show",
    type: "words",
    values: parts,
    default: ["shape", "parameters"],
    doc: "What the hint behind a layer shows.",
  },
  {
    key: "inlayHints.shapes",
    type: "word",
    values: {
      list: "All axes in order: `[256, 80, 80]`.",
      compact: "Sides first, channels last: `80²×256`, or `80×40×256`.",
    },
    default: "list",
    doc: "How hints write shapes.",
  },
  {
    key: "codeLens.enabled",
    type: "switch",
    default: true,
    doc: "Show lenses above the layers of a model.",
  },
  {
    key: "codeLens.show",
    type: "words",
    values: lenses,
    default: ["totals", "scales", "blocks"],
    doc: "What the lenses above the layers show.",
  },
  {
    key: "plainWords",
    type: "switch",
    default: false,
    doc: 'Tell hovers, hints and problems in words that can be read aloud, "30 by 30, 16 channels" in place of signs such as `×` and `→`.',
  },
] as const satisfies readonly DisplaySetting[];

type Key = (typeof displaySettings)[number]["key"];

/** What an editor says of what is shown; what is not of the right kind is as if it were not there. */
export function displayOf(said: unknown): Display {
  const value = (key: Key): unknown => {
    const setting = displaySettings.find((one) => one.key === key)!;
    const found = key.split(".").reduce<unknown>((at, name) => inMap(at, name), said);
    return fits(found, setting) ? found : setting.default;
  };
  const words = <W extends string>(key: Key): ReadonlySet<W> => new Set(value(key) as readonly W[]);
  const none = new Set<never>();
  return {
    hover: words("hover.sections"),
    hints: value("inlayHints.enabled") ? words("inlayHints.show") : none,
    shapes: value("inlayHints.shapes") as Display["shapes"],
    lenses: value("codeLens.enabled") ? words("codeLens.show") : none,
    plainWords: value("plainWords") === true,
  };
}

const inMap = (map: unknown, name: string): unknown =>
  typeof map === "object" && map !== null ? (map as { readonly [name: string]: unknown })[name] : undefined;

/** An unknown word in a list is passed over by all who ask for those they know. */
function fits(found: unknown, setting: DisplaySetting): boolean {
  if (setting.type === "switch") return typeof found === "boolean";
  if (setting.type === "words") return Array.isArray(found);
  return typeof found === "string" && Object.hasOwn(setting.values, found);
}
