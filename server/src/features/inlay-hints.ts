import { type InlayHint, MarkupKind, type Range } from "vscode-languageserver-types";
import { type Dim, isKnown } from "../core/dim";
import type { HintPart } from "../core/display";
import type { Lines } from "../core/lines";
import { beside, type Message, render, say } from "../core/message";
import type { Span } from "../core/span";
import { english } from "../core/voice";
import { compactShape } from "./compact";
import { grouped, imagesIn, short } from "./figures";
import { guessHints, questionHint } from "./guess-hints";
import { guessesIn } from "./guesses";
import { hintTooltip } from "./hint-tooltip";
import { plain } from "./plain";
import { activeModel, offsetAt, positionAt, type Snapshot, spanOf } from "./snapshot";
import { figuresOf, isLeftOut, outputsOf, type Use, usesIn } from "./use";

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

/** Of more rows at once nobody reads what lies behind each. */
const most = 100;

/** What each row of the model that is looked at hands on, and what it has, behind the row. */
export function inlayHints(snapshot: Snapshot, range: Range, look: HintLook = {}): InlayHint[] {
  const { lines, voice } = snapshot;
  const wanted = spanOf(lines, range);
  const written = usesByEnd(snapshot, wanted);
  const tips = !look.later && written.size <= most;
  const guesses = guessesIn(snapshot);
  const guessed = new Set(guesses.map(({ uses: [use] }) => use?.row.opSpan.from));
  const shown = [...written].flatMap(([end, uses]): InlayHint[] => {
    // Somebody who guesses is not told before.
    if (guessed.has(uses[0]?.row.opSpan.from)) return [];
    if (look.predicts) return questionHint(snapshot, end, uses);
    const label = labelOf(uses, snapshot, look);
    if (label === undefined) return [];
    const hint = { position: positionAt(lines, end), label: render(label, voice), paddingLeft: true };
    return [tips ? withTooltip(snapshot, hint, uses, look) : hint];
  });
  return [...shown, ...guessHints(snapshot, guesses, wanted)];
}

/** A hint with what lies behind it. */
export function resolved(snapshot: Snapshot, hint: InlayHint, look: HintLook): InlayHint {
  const at = offsetAt(snapshot.lines, hint.position);
  return withTooltip(snapshot, hint, usesByEnd(snapshot, { from: at, to: at }).get(at) ?? [], look);
}

function withTooltip(snapshot: Snapshot, hint: InlayHint, uses: readonly Use[], { markdown }: HintLook): InlayHint {
  const text = hintTooltip(snapshot, uses);
  if (text === undefined) return hint;
  return { ...hint, tooltip: markdown ? { kind: MarkupKind.Markdown, value: text } : plain(text) };
}

function usesByEnd(snapshot: Snapshot, wanted: Span): ReadonlyMap<number, readonly Use[]> {
  const { lines, text } = snapshot;
  const model = activeModel(snapshot);
  const written = new Map<number, Use[]>();
  for (const use of model ? usesIn(model) : []) {
    const end = endOf(use.row.span, use.row.opSpan, text, lines);
    if (end < wanted.from || end > wanted.to) continue;
    const same = written.get(end);
    if (same) same.push(use);
    else written.set(end, [use]);
  }
  return written;
}

/** A row that goes on below its first line has its hint where its operator is, not behind its last argument. */
function endOf({ to }: Span, opSpan: Span, text: string, { at, starts }: Lines): number {
  const { line } = at(opSpan.from);
  const next = starts[line + 1] ?? text.length + 1;
  if (to < next) return opSpan.from + text.slice(opSpan.from, to).trimEnd().length;
  return opSpan.from + text.slice(opSpan.from, next).replace(/(\s#.*)?\s*$/, "").length;
}

function labelOf(uses: readonly Use[], { voice }: Snapshot, look: HintLook): Message | undefined {
  const all = uses.map((use) => fact(use, voice, look));
  const known = all.find((one) => one && !one.leftOut) ?? all.find((one) => one !== undefined);
  if (!known) return undefined;
  const whole = render(known.whole, voice);
  if (all.every((one) => one && render(one.whole, voice) === whole)) return known.whole;
  return known.first && say`${known.first} … (${uses.length}×)`;
}

interface Fact {
  /** The shape, or what is shown in its place. */
  readonly first: Message;
  readonly whole: Message;
  readonly leftOut?: true;
}

function fact(use: Use, voice = english, { parts = usual, shapes = "list" }: HintLook): Fact | undefined {
  if (isLeftOut(use)) return { first: say`left out`, whole: say`left out`, leftOut: true };
  const outputs = outputsOf(use);
  if (!outputs.length || outputs.some((shape) => !shape)) return undefined;
  const figures = figuresOf(use);
  const shape = shapes === "compact" && !voice.plain ? compactOf(use) : undefined;
  const all: readonly Message[] = [
    ...(parts.has("shape") ? [shape ? say`→ ${shape}` : say`→ ${imagesIn(outputs, voice)}`] : []),
    ...(parts.has("parameters") && isSome(figures?.parameters)
      ? [parametersOf(figures.parameters, parts.has("shape") && !voice.plain)]
      : []),
    ...(parts.has("macs") && isSome(figures?.macs) ? [say`${short(figures.macs)} MACs`] : []),
  ];
  return all.length ? { first: all[0]!, whole: beside(all, voice) } : undefined;
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
