import { type Dim, isKnown } from "../core/dim";
import type { HintPart } from "../core/display";
import { beside, type Message, say } from "../core/message";
import type { Voice } from "../core/voice";
import { compactShape } from "./compact";
import { grouped, imagesIn, short } from "./figures";
import { type Figures, isLeftOut, outputsOf, type Use } from "./use";

/** What somebody wants to see behind rows, and how. */
export interface HintLook {
  readonly parts?: ReadonlySet<HintPart>;
  readonly shapes?: "list" | "compact";
  readonly markdown?: boolean;
  /** What layers give is not shown but asked for. */
  readonly predicts?: boolean;
  /** Tooltips are asked for one by one. */
  readonly later?: boolean;
}

const usual: ReadonlySet<HintPart> = new Set<HintPart>(["shape", "parameters"]);

export interface Fact {
  /** The shape, or what is shown in its place. */
  readonly first: Message;
  readonly whole: Message;
  /** The shape alone. */
  readonly shape?: Message;
  readonly leftOut?: true;
}

/** What a row hands on, and what it has; nothing where that is not known. */
export function factOf(
  use: Use,
  voice: Voice | undefined,
  { parts = usual, shapes = "list" }: HintLook,
  figures: Figures | undefined,
): Fact | undefined {
  if (isLeftOut(use)) return { first: say`left out`, whole: say`left out`, leftOut: true };
  const outputs = outputsOf(use);
  if (!outputs.length || outputs.some((shape) => !shape)) return undefined;
  const compact = shapes === "compact" && !voice?.plain ? compactOf(use) : undefined;
  const shape = compact ? say`${compact}` : imagesIn(outputs, voice);
  const all: readonly Message[] = [
    ...(parts.has("shape") ? [say`→ ${shape}`] : []),
    ...(parts.has("parameters") && isSome(figures?.parameters)
      ? [parametersOf(figures.parameters, parts.has("shape") && !voice?.plain)]
      : []),
    ...(parts.has("macs") && isSome(figures?.macs) ? [say`${short(figures.macs)} MACs`] : []),
  ];
  if (!all.length) return undefined;
  return { first: all[0]!, whole: beside(all, voice), ...(parts.has("shape") && { shape }) };
}

/** A long expression in symbols is nothing that one reads in passing. */
const isSome = (figure: Dim | undefined): figure is Dim =>
  figure !== undefined && figure !== 0 && isKnown(figure) && grouped(figure).length <= 24;

/** Behind a shape a number alone is understood. */
const parametersOf = (count: Dim, alone: boolean): Message =>
  alone ? say`${grouped(count)}` : count === 1 ? say`1 parameter` : say`${grouped(count)} parameters`;

/** All that a row hands on, where each of it can be written so. */
function compactOf(use: Use): string | undefined {
  const { layout } = use.model.graph.vocabulary;
  const all = outputsOf(use).map((shape) => compactShape(shape!, layout));
  return all.length <= 4 && all.every((one) => one !== undefined) ? all.join(" ") : undefined;
}
