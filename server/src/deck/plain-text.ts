/** Markdown of a card for places that show none: without dollar signs around formulas and stars around words. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\$([^$\n]+(?:\n[^$\n]+)*)\$/g, (_, formula: string) => formula.replaceAll("{,}", ","))
    .replace(/\*\*([^*\n]+)\*\*/g, "$1");
