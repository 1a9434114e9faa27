import type { Span } from "../core/span";
import { type FileReport, linesIn } from "./file-report";

/** A longer line is not a row of its own: what stands between the nearest brackets is taken instead. */
const longestLine = 160;
/** Brackets that are further apart tell no more than so many characters around the place. */
const furthest = 1_000;
const longest = 200;

/**
 * The row of a problem as text, by which it is known again when lines have moved and others have changed. Comments
 * and the widths of gaps do not count.
 */
export function fingerprint(report: FileReport, { from }: Span): string {
  const { starts, at } = linesIn(report);
  const { line } = at(from);
  const whole = report.text.slice(starts[line], starts[line + 1] ?? report.text.length).trim();
  const row = whole.length > longestLine ? between(report.text, from) : whole.replace(/(^|\s)#.*$/, "") || whole;
  return row.replace(/\s+/g, " ").trim().slice(0, longest);
}

/** From the bracket that is open at a place to the one that closes it. */
function between(text: string, at: number): string {
  let depth = 0;
  let start = at;
  for (; start > Math.max(at - furthest, 0); start--) {
    const char = text[start - 1]!;
    if (/[\]}]/.test(char)) depth++;
    else if (/[[{]/.test(char) && --depth < 0) break;
  }
  depth = 0;
  let end = at;
  for (; end < Math.min(at + furthest, text.length); end++) {
    const char = text[end]!;
    if (/[[{]/.test(char)) depth++;
    else if (/[\]}]/.test(char) && --depth < 0) break;
  }
  return text.slice(start, end);
}
