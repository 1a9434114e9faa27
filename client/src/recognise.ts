// Decides whether a document is worth a server. It may say yes too often, never too seldom: the server has the last word.

const NAMED = /(?:\.cnn\.(?:ya?ml|json)|\.cards\.yaml|(?:^|\/)\.convlint\.ya?ml)$/i;
const DIALECT = /#[^\n\r]*convlint-dialect/;

/** Lines that stand before the first content of a YAML file: blank ones, comments, directives. */
const PREAMBLE =
  /^(?:[^\S\n\r]*(?:#[^\n\r]*|%[^\n\r]*)?[\n\r]|\uFEFF|---[^\S\n\r]+(?=[^#\s])|---[^\S\n\r]*(?:#[^\n\r]*)?[\n\r])*/;

/** True of every document that the server takes for a model, a configuration or a deck, and of few others. */
export function mayConcernUs(path: string, languageId: string, text: () => string): boolean {
  if (NAMED.test(path)) return true;
  if (languageId === "python") return hasLayers(text());
  return languageId === "yaml" && looksLikeModel(text());
}

/** Of Python as of YAML, a few lines far apart say whether it is worth to be read. */
const hasLayers = (text: string): boolean =>
  /^[ \t]*(?:from|import)[ \t][^#\r\n]*\btorch\b/m.test(text) && /\bnn\b/.test(text);

function looksLikeModel(text: string): boolean {
  if (DIALECT.test(text)) return true;
  const has = keyFinder(text);
  return has("backbone|head") || (has("layers") && has("inputs?"));
}

/** Keys count at the column of the first one only: an API description may well have a `head:` further in. */
function keyFinder(text: string): (words: string) => boolean {
  const content = text.slice(PREAMBLE.exec(text)?.[0].length ?? 0);
  const indent = /^[ \t]*/.exec(content)?.[0] ?? "";
  const unusual = /^[{?&!]/.test(content.slice(indent.length));
  const start = unusual ? "[^\\w]" : `^${indent}`;
  return (words) => new RegExp(`${start}["']?(?:${words})["']?\\s*:`, "m").test(content);
}
