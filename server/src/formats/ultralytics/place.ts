import type { Place } from "../../core/format";
import type { Vocabulary } from "../../core/vocabulary";
import { lineAt, openBrackets } from "../line";

/** Where one is in `[from, repeats, module, args]`, told by the brackets of the line alone. */
export function place(vocabulary: Vocabulary, text: string, offset: number): Place | undefined {
  const { before, start, word } = lineAt(text, offset);
  if (!/^\s*(- )?\[/.test(before)) return undefined;
  const [row, inner] = openBrackets(before);
  const here = { span: word, vocabulary };
  if (!row) return undefined;
  if (row.commas === 0) return { ...here, kind: "from", layers: rowsAbove(text.slice(0, start)) };
  if (row.commas === 2 && !inner) {
    const called = /^[\w.]*\s*,/.test(text.slice(offset));
    return { ...here, kind: "op", more: [], ...(!called && { write }) };
  }
  const op = /^\s*(?:- )?\[(?:\[[^\]]*\]|[^,[]*),[^,]*,\s*([\w.]+)/.exec(before)?.[1];
  const arg = op && inner && row.commas === 3 ? vocabulary.spellings.get(op)?.order[inner.commas] : undefined;
  return op && arg ? { ...here, kind: "arg-value", op, arg } : undefined;
}

const write = (op: string, args: readonly { readonly value: string }[]): string =>
  `${op}, [${args.map(({ value }) => value).join(", ")}]`;

const rowsAbove = (above: string): readonly { readonly name: string; readonly op: string }[] =>
  [...above.matchAll(/^\s*(?:- )?\[(?:\[[^\]]*\]|[^,[\n]*),[^,\n]*,\s*([\w.]*)/gm)]
    .map(([, op], row) => ({ name: String(row), op: op! }))
    .reverse();
