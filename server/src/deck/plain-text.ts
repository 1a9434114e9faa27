/**
 * Markdown of a card for places that show none: without dollar signs around formulas and stars around words.
 * Code keeps what it has, since `$channels` is no formula.
 */
export const plainText = (markdown: string): string =>
  markdown.replace(
    /`[^`\n]*`|\$([^$\n]+)\$|\*\*([^*\n]+)\*\*/g,
    (whole, formula?: string, strong?: string) => formula?.replaceAll("{,}", ",") ?? strong ?? whole,
  );
