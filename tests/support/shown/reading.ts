import type { MarkupContent } from "vscode-languageserver-types";
import type { Edit } from "../../../server/src/core/problem";
import { hover } from "../../../server/src/features/hover";
import { inlayHints } from "../../../server/src/features/inlay-hints";
import { legend, semanticTokens } from "../../../server/src/features/semantic-tokens";
import { signatureHelp } from "../../../server/src/features/signature-help";
import { offsetAt, rangeOf } from "../../../server/src/features/snapshot";
import { apply, cursor, lined, type Shown, snapshotOf } from "./at-cursor";

export const shownReading: Shown = {
  hover: (source) => hovered(source, true),
  "hover-plain": (source) => hovered(source, false),
  hints(source) {
    const snapshot = snapshotOf(source);
    const all = rangeOf(snapshot.lines, { from: 0, to: source.length });
    const edits = inlayHints(snapshot, all).map(({ position, label }): Edit => {
      const at = offsetAt(snapshot.lines, position);
      return { span: { from: at, to: at }, text: ` ${label}` };
    });
    return apply(source, edits);
  },
  tokens(source) {
    const { data } = semanticTokens(snapshotOf(source));
    const lines = source.split("\n");
    let [line, column] = [0, 0];
    const tokens: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      [line, column] = [line + data[i]!, data[i] ? data[i + 1]! : column + data[i + 1]!];
      const words = lines[line]!.slice(column, column + data[i + 2]!);
      tokens.push(`${legend.tokenTypes[data[i + 3]!]} ${words}${["", " (declared)", " (changed)"][data[i + 4]!]}`);
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

function hovered(source: string, markdown: boolean): string {
  const { text, offset } = cursor(source);
  const found = hover(snapshotOf(text), offset, { markdown });
  return `${found ? (found.contents as MarkupContent).value : "nothing"}\n`;
}
