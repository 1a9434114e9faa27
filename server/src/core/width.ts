/** How many cells of a terminal a text takes: letters of East Asia and pictures two, marks on letters none. */
export function widthOf(text: string): number {
  if (!/[^\u0020-\u02ff]/.test(text)) return text.length;
  let cells = 0;
  for (const letter of text) cells += /\p{M}|\u200d/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return cells;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

export const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** Filled with blanks to a width, behind the text or before it. */
export const padEndTo = (text: string, width: number): string => text + blanks(width - widthOf(text));
export const padStartTo = (text: string, width: number): string => blanks(width - widthOf(text)) + text;

const blanks = (count: number): string => " ".repeat(Math.max(0, count));
