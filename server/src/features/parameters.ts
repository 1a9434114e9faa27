import type { Span } from "../core/span";

const words = /[A-Za-z_]\w*/g;
const reserved: readonly string[] = ["and", "or", "not", "true", "false"];

/** The names of parameters in a value that is written with a dollar sign: `$stride`, `$(2 * stride)`. */
export function parametersIn(text: string, { from, to }: Span): readonly Span[] {
  const written = text.slice(from, to);
  return [...written.matchAll(/\$(?:\w+|\([^)]*(?:\([^)]*\)[^)]*)*\)?)/g)].flatMap(({ 0: whole, index }) =>
    [...whole.matchAll(words)]
      // A word with a dot on either side is a layer, or a size of it.
      .filter(
        (word) =>
          !reserved.includes(word[0]) && whole[word.index - 1] !== "." && whole[word.index + word[0].length] !== ".",
      )
      .map((word) => ({ from: from + index + word.index, to: from + index + word.index + word[0].length })),
  );
}
