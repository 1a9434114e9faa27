/** Text as it stands in XML; what no XML may hold is a blank. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replace(/[&<>"']/g, (sign) => entities[sign]!);

const entities: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** How wide a text is at most in the usual sans-serif faces; which one is there is not known. */
export function widthOf(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const sign of text)
    ems += /[ilj.,:;'|!() []/.test(sign)
      ? 0.34
      : /[mwMW@—…]/.test(sign)
        ? 0.95
        : /[A-Z×]/.test(sign)
          ? 0.72
          : sign > "\u2000"
            ? 1.05
            : 0.59;
  return ems * size * (isBold ? 1.07 : 1);
}

/** As much of a text as there is room for. */
export function cutTo(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let end = text.length;
  while (end > 0 && widthOf(`${text.slice(0, end)}…`, size) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
