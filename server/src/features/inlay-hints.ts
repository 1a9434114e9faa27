import { type InlayHint, MarkupKind, type Range } from "vscode-languageserver-types";
import type { Lines } from "../core/lines";
import { type Message, render, say } from "../core/message";
import type { Span } from "../core/span";
import { guessHints, questionHint } from "./guess-hints";
import { guessesIn } from "./guesses";
import { factOf, type HintLook } from "./hint-fact";
import { hintTooltip } from "./hint-tooltip";
import { statementLabel, usesOfLines } from "./line-hints";
import { plain } from "./plain";
import { presumedHint } from "./presumed";
import { activeModel, offsetAt, positionAt, type Snapshot, spanOf } from "./snapshot";
import { figuresOf, isLeftOut, type Use, usesIn } from "./use";

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
    if (uses.some(({ row }) => snapshot.isRewritten?.(row.span))) return [];
    // Somebody who guesses is not told before.
    if (guessed.has(uses[0]?.row.opSpan.from)) return [];
    if (look.predicts) return questionHint(snapshot, end, uses);
    const label = uses[0]?.row.gives ? statementLabel(uses, snapshot, look) : labelOf(uses, snapshot, look);
    if (label === undefined) return [];
    const hint = { position: positionAt(lines, end), label: render(label, voice), paddingLeft: true };
    return [tips ? withTooltip(snapshot, hint, uses, look) : hint];
  });
  const presumed = look.predicts ? [] : presumedHints(snapshot, wanted);
  return [...presumed, ...shown, ...guessHints(snapshot, guesses, wanted)];
}

/** What shapes of a program hang on, where nothing in it says that: without it they would be claims. */
function presumedHints(snapshot: Snapshot, wanted: Span): InlayHint[] {
  const { lines, voice, text } = snapshot;
  const seen = new Set<number>();
  return snapshot.analysis.models.flatMap((model) => {
    const found = presumedHint(model, voice);
    if (!found || seen.has(found.at)) return [];
    seen.add(found.at);
    const end = text.slice(found.at).search(/\s*(?:#.*)?(?:\r?\n|$)/) + found.at;
    if (end < wanted.from || end > wanted.to || snapshot.isRewritten?.({ from: end, to: end })) return [];
    return [{ position: positionAt(lines, end), label: render(found.label, voice), paddingLeft: true }];
  });
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
  if (model?.graph.program) return usesOfLines(snapshot, wanted);
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
  const all = uses.map((use) => factOf(use, voice, look, isLeftOut(use) ? undefined : figuresOf(use)));
  const known = all.find((one) => one && !one.leftOut) ?? all.find((one) => one !== undefined);
  if (!known) return undefined;
  const whole = render(known.whole, voice);
  if (all.every((one) => one && render(one.whole, voice) === whole)) return known.whole;
  return known.first && say`${known.first} … (${uses.length}×)`;
}
