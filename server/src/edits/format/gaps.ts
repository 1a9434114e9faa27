import type { Span } from "../../core/span";
import { widthOf } from "../../core/width";
import type { Token } from "../../tree/tokens";

/** What lies between two pieces of a line; mostly blanks, or nothing. */
export interface Gap extends Span {
  /** How many blanks belong there; nothing where any number may stand. */
  want: number | undefined;
  /** Which column of a table stands behind it, named as in the other lines of the table. */
  readonly column: string;
  /** Where what stands behind it begins, and where that ends, as it is shown. */
  readonly begin: number;
  end?: number;
}

export interface Line {
  /** Where its first row begins, whatever brackets are opened before it and stay open. */
  readonly indent: number;
  readonly from: number;
  readonly gaps: readonly Gap[];
}

/** How far a text reaches that begins at a column. */
export function columnAfter(text: string, start: number, tabSize: number): number {
  if (!text.includes("\t")) return start + widthOf(text);
  let column = start;
  for (const part of text.split(/(\t)/)) column += part === "\t" ? tabSize - (column % tabSize) : widthOf(part);
  return column;
}

/** An entry of a list or map that is being read: its number, and whether its colon has come. */
interface Level {
  index: number;
  valued: boolean;
  gap: Gap | undefined;
  /** Those behind its commas. */
  readonly commas: Gap[];
}

const level = (): Level => ({ index: 0, valued: false, gap: undefined, commas: [] });

/** The lines of a text in which there is more than blanks and comments, with all gaps behind their first pieces. */
export function linesIn(text: string, tokens: readonly Token[], tabSize: number): readonly Line[] {
  const closed = closedInLine(tokens);
  const outer: string[] = [];
  const lines: Line[] = [];
  for (const { from, pieces } of piecesByLine(tokens)) {
    const gaps: Gap[] = [];
    const levels = [level()];
    let [at, column, indent] = [from, 0, -1];
    pieces.forEach((piece, i) => {
      const [before, next] = [pieces[i - 1], pieces[i]!];
      const inner = levels.at(-1)!;
      const begin = columnAfter(text.slice(at, piece.from), column, tabSize);
      const isOuter = piece.kind === "open" && !closed.has(piece);
      if (indent < 0 && !isOuter) indent = begin;
      if ((piece.kind === "comma" || piece.kind === "close") && inner.gap) inner.gap.end = column;
      if (before) {
        const want = wanted(text, before, next, outer.at(-1), i === 1);
        const gap: Gap = { from: at, to: piece.from, want, begin, column: columnOf(levels, next) };
        gaps.push(gap);
        if (isValue(next) && (before.kind === "comma" || before.kind === "open" || before.kind === "colon"))
          inner.gap = gap;
        if (before.kind === "comma" && isValue(next)) inner.commas.push(gap);
      }
      const lastLine = /[^\r\n]*$/.exec(text.slice(piece.from, piece.to))![0];
      column = columnAfter(lastLine, lastLine.length < piece.to - piece.from ? 0 : begin, tabSize);
      at = piece.to;
      follow(piece, levels, closed.has(piece));
      if (piece.kind === "open") outer.push(text[piece.from]!);
      if (piece.kind === "close") outer.pop();
    });
    if (pieces.some(({ kind }) => kind !== "comment")) lines.push({ from, indent, gaps });
  }
  return lines;
}

const isValue = ({ kind }: Token): boolean => kind === "word" || kind === "open" || kind === "mark";

function follow({ kind }: Token, levels: Level[], isClosed: boolean): void {
  const inner = levels.at(-1)!;
  if (kind === "close" && isClosed) keepGroups(inner.commas);
  if (kind === "open" && isClosed) levels.push(level());
  else if (kind === "close" && levels.length > 1) levels.pop();
  else if (kind === "colon") Object.assign(inner, { valued: true, gap: undefined });
  else if (kind === "comma") Object.assign(inner, { index: inner.index + 1, valued: false, gap: undefined });
}

/** `[10,13, 16,30]`: who writes pairs, or more, apart from each other has them so. */
function keepGroups(gaps: readonly Gap[]): void {
  const isGlued = gaps.map(({ from, to }) => from === to);
  const size = isGlued.indexOf(false) + 1;
  if (size < 2 || (gaps.length + 1) % size) return;
  if (isGlued.every((glued, i) => glued === (i + 1) % size > 0))
    gaps.forEach((gap, i) => {
      if (isGlued[i]) gap.want = 0;
    });
}

const roles: { readonly [kind: string]: string } = { comma: ",", close: "]", colon: ";" };

const columnOf = (levels: readonly Level[], { kind }: Token): string =>
  kind === "comment"
    ? "#"
    : levels.map(({ index, valued }) => `${index}${valued ? ":" : ""}`).join(".") + (roles[kind] ?? "");

/** Brackets, both of each pair, that stand in one line. */
function closedInLine(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>();
  const open: { readonly token: Token; readonly line: number }[] = [];
  let line = 0;
  for (const token of tokens) {
    if (token.kind === "break") line++;
    else if (token.kind === "open") open.push({ token, line });
    else if (token.kind === "close") {
      const begin = open.pop();
      if (begin?.line === line) found.add(begin.token).add(token);
    }
  }
  return found;
}

interface Pieces {
  readonly from: number;
  readonly pieces: Token[];
}

function piecesByLine(tokens: readonly Token[]): readonly Pieces[] {
  let line: Pieces = { from: 0, pieces: [] };
  const lines = [line];
  for (const token of tokens)
    if (token.kind === "break") lines.push((line = { from: token.to, pieces: [] }));
    else if (token.kind !== "blank") line.pieces.push(token);
  return lines;
}

/** How many blanks belong between two pieces of a line inside of a bracket, or outside. */
function wanted(
  text: string,
  before: Token,
  next: Token,
  bracket: string | undefined,
  isFirst: boolean,
): number | undefined {
  if (next.kind === "comment" || before.kind === "mark") return undefined;
  if (!bracket) return before.kind === "colon" && !isFirst ? 1 : undefined;
  if (next.kind === "close") return bracket === "[" || before.kind === "open" ? 0 : 1;
  if (before.kind === "open") return bracket === "[" ? 0 : 1;
  if (next.kind === "comma") return 0;
  // Blanks end an alias, and the colon would belong to it.
  if (next.kind === "colon") return text[before.from] === "*" ? undefined : 0;
  return before.kind === "comma" || before.kind === "colon" ? 1 : undefined;
}
