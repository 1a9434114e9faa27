import type { Edit } from "../../core/problem";
import type { Moved } from "./renumber";
import type { Sheet } from "./sheet";
import { spotOf } from "./spot";

/** A number with which a person counts rows in the comments behind them: `# 12`, `# 3-P3/8`, `# 15 (P3/8-small)`. */
export interface Numbered {
  readonly row: number;
  readonly number: number;
  readonly at: number;
  /** Nothing but a count of rows is written like this. */
  readonly sure: boolean;
}

const form = /^([ \t]*(?:#|\/\/)[ \t]*)(0|[1-9]\d{0,3})(?=(\s*$)|-|\s*\(|,|\s+\w+\.\d)/;

export function numberedIn({ rows, text }: Sheet): readonly Numbered[] {
  return rows.flatMap((row, i) => {
    const { tail } = spotOf(row, text);
    const [, lead = "", number, end] = form.exec(text.slice(tail.from, tail.to)) ?? [];
    return number === undefined
      ? []
      : [{ row: i, number: Number(number), at: tail.from + lead.length, sure: end === undefined }];
  });
}

/**
 * Numbers in comments move with their rows, if they count rows at all: most of those that would move are as far
 * from the true number as each other. What is decided stays the same once they have moved, so that a change can
 * be taken back.
 */
export function renumberComments(sheet: Sheet, moved: Moved, gone?: number): readonly Edit[] {
  const numbered = numberedIn(sheet);
  const moving = numbered.filter(({ row }) => row !== gone && moved(row) !== row);
  const still = numbered.filter(({ row }) => row !== gone && moved(row) === row);
  const off = usual(moving) ?? (moving.length === 1 ? usual([...still, ...moving]) : undefined);
  const counts = moving.filter(({ row, number }) => off !== undefined && Math.abs(number - row - off) < 4);
  return counts.map(({ row, number, at }) => ({
    span: { from: at, to: at + String(number).length },
    text: String(Math.max(0, number + moved(row) - row)),
  }));
}

/** The distance of most numbers from those of their rows; of a single number only where it can be nothing else. */
function usual(numbered: readonly Numbered[]): number | undefined {
  const distances = numbered.map(({ row, number }) => number - row);
  const often = (distance: number): number => distances.filter((other) => other === distance).length;
  const most = distances.find((distance) => often(distance) * 2 > distances.length);
  if (most === undefined) return undefined;
  const enough = often(most) > 1 || numbered.some(({ row, number, sure }) => sure && number - row === most);
  return enough ? most : undefined;
}
