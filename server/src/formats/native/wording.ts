import type { SameBlock, UnreadInput, Wording } from "../../core/graph";
import { listsIn, type Read, type Told } from "./lists";

/** Nothing where there is nothing to tell: a single input is read by the first layer. */
export function wordingOf(read: Read): Wording | undefined {
  if (!read.blocks.size && !read.nodes[1]?.given) return undefined;
  let lists: readonly Told[] | undefined;
  const told = (): readonly Told[] => (lists ??= listsIn(read));
  return { unreadInputs: () => unreadIn(told()), sameBlocks: () => sameIn(told()) };
}

/** An input whose name begins with `_` is there for its place, and a list of names that an alias repeats is read wherever it stands. */
function unreadIn(lists: readonly Told[]): readonly UnreadInput[] {
  const all = lists.flatMap(({ named, written, isChosen, body, block }) =>
    named.map(({ text: name, span }, index) => {
      const isKnown = written && body.items.length > 0 && !isChosen && !name.startsWith("_");
      const isUnread = isKnown && !written.read.has(index);
      return { isUnread, input: { name, span, index, ...(block !== undefined && { block }) } };
    }),
  );
  const fine = new Set(all.flatMap(({ isUnread, input }) => (isUnread ? [] : [input.span.from])));
  return all.flatMap(({ isUnread, input }) => (isUnread && !fine.has(input.span.from) ? [input] : []));
}

/** What an alias repeats is written once. */
function sameIn(lists: readonly Told[]): readonly SameBlock[] {
  const firsts = new Map<string, Told>();
  return lists.flatMap((list) => {
    const { block: name, span, written, body, layers } = list;
    if (name === undefined || !written) return [];
    const first = firsts.get(written.text);
    if (!first) firsts.set(written.text, list);
    if (!first || first.layers?.from === layers?.from) return [];
    const renamed = written.params.flatMap((own, i) => {
      const other = first.written!.params[i]!;
      return own === other ? [] : [{ own, first: other }];
    });
    return [{ name, span, first: { name: first.block!, span: first.span }, layers: body.items.length, renamed }];
  });
}
