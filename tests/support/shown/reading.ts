import type { MarkupContent } from "vscode-languageserver-types";
import { hintParts } from "../../../server/src/core/display";
import type { Edit } from "../../../server/src/core/problem";
import { diagnostics } from "../../../server/src/features/diagnostics";
import { guessEdits } from "../../../server/src/features/guess-actions";
import { guessDiagnostics } from "../../../server/src/features/guesses";
import type { HintLook } from "../../../server/src/features/hint-fact";
import { hover } from "../../../server/src/features/hover";
import { inlayHints } from "../../../server/src/features/inlay-hints";
import { legend, semanticTokens } from "../../../server/src/features/semantic-tokens";
import { signatureHelp } from "../../../server/src/features/signature-help";
import { aloudIn, offsetAt, rangeOf, type Snapshot } from "../../../server/src/features/snapshot";
import { apply, applyLsp, cursor, lined, type Shown, snapshotOf, uri, wordsIn } from "./at-cursor";

export const shownReading: Shown = {
  hover: (source) => hovered(source, true),
  "hover-plain": (source) => hovered(source, false),
  "hover-words"(source) {
    const { text, offset } = cursor(source);
    const found = hover(aloud(text), offset, { markdown: false });
    return `${found ? (found.contents as MarkupContent).value : "nothing"}\n`;
  },
  "problems-words": (source) =>
    lined(
      diagnostics({ ...aloud(source), ...aloud(source).analysis }, { uri, related: false }).map(({ message }) =>
        String(message),
      ),
    ),
  hints: (source) => hinted(source, {}),
  "hints-all": (source) => hinted(source, { parts: new Set(hintParts) }),
  "hints-compact": (source) => hinted(source, { shapes: "compact" }),
  "hints-words": (source) => hinted(source, {}, true),
  "hints-asked": (source) => hinted(source, { predicts: true }),
  guesses(source) {
    const snapshot = snapshotOf(source);
    const told = guessDiagnostics(snapshot);
    return lined(told.map(({ range, message }) => `${wordsIn(source, snapshot.lines, range)}: ${String(message)}`));
  },
  revealed(source) {
    return applyLsp(source, guessEdits(snapshotOf(source), "reveal"));
  },
  removed(source) {
    return applyLsp(source, guessEdits(snapshotOf(source), "remove"));
  },
  tooltips(source) {
    const snapshot = snapshotOf(source);
    const all = rangeOf(snapshot.lines, { from: 0, to: source.length });
    return lined(
      inlayHints(snapshot, all).map(({ position, tooltip }) => `line ${position.line + 1}:\n${String(tooltip)}\n`),
    );
  },
  tokens(source) {
    const { data } = semanticTokens(snapshotOf(source));
    const lines = source.split("\n");
    let [line, column] = [0, 0];
    const tokens: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      [line, column] = [line + data[i]!, data[i] ? data[i + 1]! : column + data[i + 1]!];
      const words = lines[line]!.slice(column, column + data[i + 2]!);
      tokens.push(`${legend.tokenTypes[data[i + 3]!]} ${words}${marksOf(data[i + 4]!)}`);
    }
    return lined(tokens);
  },
  signature(source) {
    const { text, offset } = cursor(source);
    const help = signatureHelp(snapshotOf(text), offset);
    const [call] = help?.signatures ?? [];
    if (!help || !call) return "nothing\n";
    const active = call.parameters?.[help.activeParameter!];
    const doc = active?.documentation;
    return `${call.label}\n${String(active?.label ?? "no argument")}${doc ? `: ${String(doc)}` : ""}\n`;
  },
};

const marksOf = (bits: number): string =>
  [" (declared)", " (changed)", " (unused)"].filter((_, i) => bits & (1 << i)).join("");

/** A text with its hints in it, as they would be read. */
function hinted(source: string, look: HintLook, plainWords = false): string {
  const snapshot = plainWords ? aloud(source) : snapshotOf(source);
  const all = rangeOf(snapshot.lines, { from: 0, to: source.length });
  const edits = inlayHints(snapshot, all, look).map(({ position, label }): Edit => {
    const at = offsetAt(snapshot.lines, position);
    return { span: { from: at, to: at }, text: ` ${label}` };
  });
  return apply(source, edits);
}

/** Told to somebody who listens. */
function aloud(text: string): Snapshot {
  const snapshot = snapshotOf(text);
  return { ...snapshot, voice: aloudIn({ plain: true }, snapshot.analysis) };
}

function hovered(source: string, markdown: boolean): string {
  const { text, offset } = cursor(source);
  const found = hover(snapshotOf(text), offset, { markdown });
  return `${found ? (found.contents as MarkupContent).value : "nothing"}\n`;
}
