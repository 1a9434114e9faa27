import type { Text } from "./python-texts";
import { randomly } from "./random";

/** A text of which something is missing, with what it is. */
export interface Cut {
  readonly what: string;
  text(): string;
}

/** Every text as it is while somebody writes it, character by character. */
export const prefixesOf = (texts: readonly Text[]): readonly Cut[] =>
  texts.flatMap(({ file, text }) =>
    Array.from({ length: text.length + 1 }, (_, end) => ({
      what: `${file} up to ${end}`,
      text: () => text.slice(0, end),
    })),
  );

/** So many texts without one to three neighbouring lines. */
export function deletionsOf(texts: readonly Text[], count: number, seed: number): readonly Cut[] {
  const { below } = randomly(seed);
  return Array.from({ length: count }, (_, i) => {
    const { file, text } = texts[i % texts.length]!;
    const lines = text.split("\n");
    const [at, gone] = [below(lines.length), 1 + below(3)];
    return { what: `${file} without ${gone} from line ${at + 1}`, text: () => lines.toSpliced(at, gone).join("\n") };
  });
}
