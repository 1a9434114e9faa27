import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot";

/** What can be folded: lists of rows, blocks, layers over several lines, and runs of comments. */
export function folding({ lines, text, parts, isProgram }: Snapshot): FoldingRange[] {
  if (isProgram) return [];
  const folds = new Map<number, FoldingRange>();
  const line = (offset: number): number => lines.at(offset).line;
  for (const { span, flow } of parts?.() ?? []) {
    const startLine = line(span.from);
    const last = line(span.to);
    // A bracket that stands alone in its line ends the piece visibly.
    const isAlone = flow && /^\s*[\]}]/.test(text.slice(lines.starts[last]!, span.to));
    const endLine = isAlone ? last - 1 : last;
    if (endLine > startLine && !((folds.get(startLine)?.endLine ?? -1) >= endLine))
      folds.set(startLine, { startLine, endLine });
  }
  for (const fold of commentsIn(text, lines.starts)) folds.set(fold.startLine, fold);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function commentsIn(text: string, starts: readonly number[]): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  let first = -1;
  for (let line = 0; line <= starts.length; line++) {
    const start = starts[line];
    const isComment = start !== undefined && /^[ \t]*#/.test(text.slice(start, start + 200));
    if (isComment && first < 0) first = line;
    if (isComment) continue;
    if (first >= 0 && line - first > 1)
      found.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
    first = -1;
  }
  return found;
}
