import type { Formatting } from "../../core/formatting";
import { lineBreakIn } from "../../core/lines";
import type { Edit } from "../../core/problem";
import type { Token } from "../../tree/tokens";
import { columnAfter, type Gap, type Line } from "./gaps";

/** The gaps of a line as they should be; what is held stays in its column as long as there is room before it. */
export function spaced(
  text: string,
  { from, gaps }: Line,
  held: ReadonlySet<Gap>,
  wishes: Formatting,
): readonly Edit[] {
  const edits: Edit[] = [];
  let [at, column] = [from, 0];
  for (const gap of gaps) {
    column = columnAfter(text.slice(at, gap.from), column, wishes.tabSize);
    const now = text.slice(gap.from, gap.to);
    const put = held.has(gap) ? reaching(now, column, gap, wishes) : blanksFor(now, gap);
    if (put !== now) edits.push(replaced(gap, now, put));
    column = columnAfter(put, column, wishes.tabSize);
    at = gap.to;
  }
  return edits;
}

/** A comment stands apart from what is before it. */
const leastOf = ({ want, column }: Gap): number => want ?? (column === "#" ? 1 : 0);

const blanksFor = (now: string, gap: Gap): string =>
  gap.want === undefined && now.length >= leastOf(gap) ? now : " ".repeat(leastOf(gap));

function reaching(now: string, column: number, gap: Gap, { tabSize }: Formatting): string {
  if (columnAfter(now, column, tabSize) === gap.begin) return now;
  return " ".repeat(Math.max(leastOf(gap), gap.begin - column));
}

/** No more is touched than differs. */
function replaced({ from, to }: Gap, now: string, put: string): Edit {
  if (now.startsWith(put)) return { span: { from: from + put.length, to }, text: "" };
  if (put.startsWith(now)) return { span: { from: to, to }, text: put.slice(now.length) };
  return { span: { from, to }, text: put };
}

/** Without the blanks at the ends of lines, also behind a comment. */
export function trimmed(text: string, tokens: readonly Token[], { trimsLines }: Formatting): readonly Edit[] {
  if (!trimsLines) return [];
  return tokens.flatMap(({ kind, from, to }, i): Edit[] => {
    const next = tokens[i + 1];
    const behind = kind === "comment" ? from + text.slice(from, to).trimEnd().length : from;
    if (kind !== "comment" && (kind !== "blank" || (next && next.kind !== "break"))) return [];
    return behind < to ? [{ span: { from: behind, to }, text: "" }] : [];
  });
}

/** One line break behind the last word, where that does not belong to what is written there. */
export function endOf(text: string, tokens: readonly Token[], wishes: Formatting): Edit | undefined {
  const last = tokens.findLast(({ kind }) => kind !== "blank" && kind !== "break");
  if (!last || last.kind === "lines") return undefined;
  const [behind, ended] = /^[ \t]*(\r\n|\n|\r)?/.exec(text.slice(last.to))!;
  const at = ended === undefined ? text.length : last.to + behind.length;
  if (ended === undefined)
    return wishes.endsLastLine ? { span: { from: at, to: at }, text: lineBreakIn(text) } : undefined;
  return wishes.trimsEnd && at < text.length ? { span: { from: at, to: text.length }, text: "" } : undefined;
}
