import { wordIn } from "../../core/name";
import type { Span } from "../../core/span";
import type { Known, Named } from "./named";

/** The names in a reference: `body`, `body.0`, or `body.tail`, where the block that body calls gives its layer tail. */
export function referenceIn(
  written: string,
  span: Span,
  list: Named,
  text: string,
): readonly { readonly name: Known["name"]; readonly span: Span }[] {
  const [first = "", ...rest] = written.split(".");
  const known = list.known.get(first);
  const at = wordIn(first, span, text);
  if (!known || !at) return [];
  const behind = rest.join(".");
  const inner = known.op === undefined || behind === "" ? undefined : list.inside(known.op);
  const after = { from: at.to + 1, to: span.to };
  return [{ name: known.name, span: at }, ...(inner ? referenceIn(behind, after, inner, text) : [])];
}

/** The words of an expression, each with what is behind its dots. */
export function wordsOf({ from, to }: Span, text: string): readonly { readonly word: string; readonly span: Span }[] {
  return [...text.slice(from, to).matchAll(/(?<![\w.])[A-Za-z_]\w*(?:\.\w+)*/g)].map(({ 0: word, index }) => ({
    word,
    span: { from: from + index, to: from + index + word.length },
  }));
}
