import { lineStart } from "../../../core/lines";
import { say } from "../../../core/message";
import type { Fix } from "../../../core/problem";
import type { Span } from "../../../core/span";
import { type Entry, entriesOf, type Tree } from "../../../tree/tree";

const behindValue = /[ \t,\]}]*#[ \t]*([^\r\n]*)/y;

/** What a comment says behind a place, on the same line. */
export function commentBehind(
  text: string,
  offset: number,
): { readonly words: string; readonly from: number } | undefined {
  behindValue.lastIndex = offset;
  const [whole, words] = behindValue.exec(text) ?? [];
  return whole === undefined ? undefined : { words: words!, from: offset + whole.length - words!.length };
}

/** Takes away the lines of a key that counts for nothing; none where they hold something else too. */
export function withoutLines(text: string, { key, keySpan, value }: Entry): Fix | undefined {
  const from = lineStart(text, keySpan.from);
  const end = text.slice(0, Math.max(keySpan.to, value.span.to)).trimEnd().length;
  const rest = /^:?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$)/.exec(text.slice(end));
  const span: Span = { from, to: end + (rest?.[0].length ?? 0) };
  const alone = /^[ \t]*$/.test(text.slice(from, keySpan.from));
  if (!rest || !alone || /[&!]\w/.test(text.slice(keySpan.to, end))) return undefined;
  return { title: say`Remove ${key}`, edits: [{ span, text: "" }], safe: true };
}

/** Every map of a tree, outermost first. */
export function mapsIn(tree: Tree | undefined): readonly (readonly Entry[])[] {
  if (tree?.kind === "list") return tree.items.flatMap(mapsIn);
  const entries = entriesOf(tree);
  return entries.length ? [entries, ...entries.flatMap(({ value }) => mapsIn(value))] : [];
}
