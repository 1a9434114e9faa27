import type { Message } from "../core/message";
import type { Edit } from "../core/problem";
import { get, itemsOf, type Tree, textOf } from "../tree/tree";
import { absorbed } from "./absorb";
import type { Context, Place, Remark } from "./conversion";
import { requoted } from "./edit-call";
import { editItem, styleOf } from "./edit-item";
import { groupOf } from "./group";
import { type Item, itemOf, siblingOf, spanOf } from "./items";
import { numberEdits, renumberer } from "./references";
import { type Group, isGroup } from "./said";

/** What is collected while lists of layers are converted. */
export interface Lists {
  readonly edits: Edit[];
  readonly stays: Remark[];
  readonly differs: Remark[];
}

/** Converts the layers of the model or of a block, and tells where each is afterwards. */
export function convertList(
  body: Tree | undefined,
  hasInput: boolean,
  renamed: ReadonlyMap<string, string>,
  context: Context,
  lists: Lists,
): readonly (Place | undefined)[] {
  const { text, json } = context;
  const list = get(body, "layers");
  const items = itemsOf(list).map(itemOf);
  const shared = new Set(items.flatMap((item) => textOf(siblingOf(item, "weights")) ?? []));
  const said = items.map((_, i) => groupOf(i, { items, shared, hasInput }, context));
  const outputs = get(body, "outputs");
  const { groups, gone, first } = absorbed(said, items, list, outputs, context);
  items.forEach((item, i) => gone.has(i) || remark(item, groups[i], lists));
  const places = placesOf(groups, gone, first);

  for (const [i, item] of items.entries()) {
    const removed = gone.get(i);
    if (removed) {
      lists.edits.push({ span: removed, text: "" });
      continue;
    }
    const group = groups[i];
    const renumber = renumberer(i, places);
    const name = renamed.get(item.op);
    if (name !== undefined) lists.edits.push({ span: spanOf(item), text: requoted(spanOf(item), name, text) });
    if (isGroup(group)) lists.edits.push(...editItem(item, group, renumber, styleOf(item, list!, text, json), text));
    if (!isGroup(group) || !group.before.length) lists.edits.push(...numberEdits(siblingOf(item, "from"), renumber));
  }
  const end = places.at(-1) ? places.at(-1)!.last + 1 : 0;
  lists.edits.push(...numberEdits(outputs, renumberer(items.length, [...places, { first: end, last: end }])));
  return items.map((_, i) => {
    const group = groups[i];
    return (group && !isGroup(group)) || first.has(i) ? undefined : places[i];
  });
}

function remark(item: Item, group: Group | Message | undefined, { stays, differs }: Lists): void {
  const span = spanOf(item);
  if (isGroup(group)) for (const message of group.differs) differs.push({ span, message });
  else if (group) stays.push({ span, message: group });
}

/** One after another; a layer that goes is where the one is that has taken it in. */
function placesOf(
  groups: readonly (Group | Message | undefined)[],
  gone: ReadonlyMap<number, unknown>,
  first: ReadonlySet<number>,
): readonly Place[] {
  let next = 0;
  return groups.map((group, i): Place => {
    const many = isGroup(group) ? group.before.length + 1 + group.after.length : 1;
    if (gone.has(i)) return first.has(i) ? { first: next, last: next } : { first: next - 1, last: next - 1 };
    const place = { first: next, last: next + many - 1 };
    next += many;
    return place;
  });
}
