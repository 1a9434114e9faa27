import type { Shape } from "./dim";
import type { Comment } from "./graph";
import { readSaid } from "./shape-comment";
import type { Span } from "./span";

/** What somebody believes a layer gives or has, as it is written behind it. */
export interface Guess {
  /** What is guessed, without the mark before it; empty where nothing is yet. */
  readonly span: Span;
  readonly text: string;
  /** Of one image; several where the layer hands on several tensors. */
  readonly shapes?: readonly Shape[];
  /** A number of parameters, or the only size of a shape. */
  readonly number?: number;
}

/** `#? [16, 30, 30]`, `#? 16x30x30` or `#? 144`. */
export function guessIn({ text, span }: Pick<Comment, "text" | "span">): Guess | undefined {
  const mark = /^#\?[ \t]*/.exec(text);
  if (!mark) return undefined;
  const said = text.slice(mark[0].length).trimEnd();
  const from = span.from + mark[0].length;
  return { span: { from, to: from + said.length }, text: said, ...read(said, from) };
}

function read(said: string, from: number): Pick<Guess, "shapes" | "number"> {
  const sizes = /^\d+(?:\s*[x×*]\s*\d+)+$/.test(said) ? said.match(/\d+/g)!.map(Number) : undefined;
  if (sizes) return { shapes: [sizes] };
  if (/^(?:\d+|\d{1,3}(?:[,_]\d{3})+)$/.test(said)) return { number: Number(said.replace(/[,_]/g, "")) };
  const shapes = /^(?:\[[^[\]]*\]\s*)+$/.test(said) ? readSaid(said, from)?.shapes : undefined;
  return shapes ? { shapes: shapes.map(({ dims }) => dims.map(({ dim }) => dim)) } : {};
}
