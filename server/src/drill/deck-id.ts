/** Words joined by hyphens. Some systems write a letter and its accent apart. */
export const kebab = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");

/** By what the cards of a file are remembered, wherever it lies: `Our nets.cards.yaml` is `our-nets`. */
export const deckIdOf = (path: string): string =>
  kebab(path.slice(path.search(/[^/\\]*$/)).replace(/(\.cards)?\.ya?ml$/i, "")) || "deck";
