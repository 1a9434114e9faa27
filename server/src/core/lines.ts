/** A place as people and protocols count it, both from zero; columns are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates offsets into lines, which end at LF, CRLF or CR. */
export interface Lines {
  readonly starts: readonly number[];
  at(offset: number): Position;
  offset(position: Position): number;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 10 || (char === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    starts,
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: Math.min(offset, text.length) - starts[low]! };
    },
    offset({ line, column }) {
      const start = starts[Math.min(line, starts.length - 1)]!;
      const end = starts[line + 1] ?? text.length;
      return Math.min(start + column, end);
    },
  };
}

/** Where the line of an offset begins. Not by `lastIndexOf`, which walks a whole text in search of a line end that it does not use. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** How lines end in a text: as the first of them does. */
export const lineBreakIn = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
