import { lineStart } from "../core/lines";
import { type Where, whereIn } from "../tree/where";

/** An item of a list that could begin in this line, where no dash stands yet. */
export interface NewItem {
  /** What has to stand before it. */
  readonly lead: string;
  /** Where one is behind that. */
  readonly where: Where;
}

/** In a line that is empty but for the word that is being written, not further in than the list above it. */
export function newItem(text: string, offset: number): NewItem | undefined {
  const start = lineStart(text, offset);
  const [, blanks, typed] = /^( *)([\w.$]*)$/.exec(text.slice(start, offset)) ?? [];
  if (blanks === undefined || !/^[\w.$]*[ \t]*(?:#|\r|\n|$)/.test(text.slice(offset, offset + 200))) return undefined;
  const dash = dashAbove(text, start, blanks.length);
  if (dash === undefined || dash < blanks.length) return undefined;
  const lead = `${" ".repeat(dash - blanks.length)}- `;
  const put = `${text.slice(0, start)}${blanks}${lead}${typed}`;
  const where = whereIn(put, put.length);
  return where?.at === "item" ? { lead, where } : undefined;
}

/** The column in which the list above has its dashes, or would have them below a key without a value. */
function dashAbove(text: string, start: number, column: number): number | undefined {
  const lines = text
    .slice(Math.max(0, start - 20_000), start)
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^[ \t]*(?:#|$)/.test(line));
  const last = lines.at(-1);
  const key = /^( *)["']?[\w.]+["']?:[ \t]*(?:#.*)?$/.exec(last ?? "");
  if (key) {
    const below = /^[ \t]*(?:[\w.$]*[ \t]*(?:\r\n|\r|\n)[ \t]*)*( *)- /.exec(text.slice(start, start + 1000));
    const listed = below ? below[0].length - below[0].lastIndexOf("\n") - 3 : undefined;
    return listed !== undefined && listed >= key[1]!.length ? listed : Math.max(key[1]!.length + 2, column);
  }
  const dashed = lines.reverse().find((line) => /^ *(?:- |[\w"'])/.test(line) && !/^ {2,}[^-\s]/.test(line));
  return /^ *(?=- )/.exec(dashed ?? "")?.[0].length;
}
