import { lineStart } from "../core/lines";
import type { Message } from "../core/message";
import type { Span } from "../core/span";
import type { Tree } from "../tree/tree";
import { padders } from "../vocabularies/twins-of-pads";
import type { Context } from "./conversion";
import { endOfTree, lineOf } from "./edit-call";
import { equal } from "./equal";
import { type Item, siblingOf, stepsAt } from "./items";
import { numbersIn } from "./references";
import { type Group, isGroup } from "./said";
import { meansSame, shown } from "./shown";
import { usesOf } from "./use";

type Groups = readonly (Group | Message | undefined)[];

export interface Absorbed {
  readonly groups: Groups;
  /** The lines of layers that go, by their position. */
  readonly gone: ReadonlyMap<number, Span>;
  /** The first of two that have become one: what it gave alone, nothing gives any more. */
  readonly first: ReadonlySet<number>;
}

/**
 * Two layers one after another become one: pooling of everything that is laid out flat, zeros around an image
 * and a filter over it. Only where nobody else reads the first, and a line can go on which no comment stands.
 */
export function absorbed(
  groups: Groups,
  items: readonly Item[],
  list: Tree | undefined,
  outputs: Tree | undefined,
  context: Context,
): Absorbed {
  const gone = new Map<number, Span>();
  const first = new Set<number>();
  const now = [...groups];
  if (list?.kind !== "list" || list.flow || numbersIn(outputs).length) return { groups, gone, first };
  for (let i = 0; i + 1 < items.length; i++) {
    const [item, behind] = [items[i]!, items[i + 1]!];
    const [one, two] = [now[i], now[i + 1]];
    const isRead = items.some(
      (other, j) => j > i + 1 && numbersIn(siblingOf(other, "from")).some(({ value }) => j + value === i),
    );
    const isPlain = !item.siblings.length && behind.siblings.every(({ key }) => key === "name");
    if (!isGroup(one) || !isGroup(two) || isRead || !isPlain) continue;
    const [lead, line] = [lineWithout(item, context.text), lineWithout(behind, context.text)];
    const single = isFlat(one, behind, context) ? alone(one) : undefined;
    const padded = single ? undefined : withBorder(two, item, context);
    if (single && line && !behind.siblings.length) {
      now[i] = single;
      gone.set(i + 1, line);
    } else if (lead && (single || padded)) {
      now[i + 1] = (single ?? padded)!;
      gone.set(i, lead);
    } else continue;
    first.add(i++);
  }
  return { groups: now, gone, first };
}

const alone = (group: Group): Group => ({ ...group, main: { op: group.main.op, args: [] }, differs: [] });

const isFlat = ({ absorbs }: Group, { at }: Item, { model }: Context): boolean =>
  absorbs !== undefined && stepsAt(model, at).some(({ spelling }) => spelling?.op === absorbs);

/** The second layer with the zeros of the first as its own padding, where both sides of every axis have as many. */
function withBorder(group: Group, item: Item, context: Context): Group | undefined {
  const { to, json, text } = context;
  const uses = usesOf(stepsAt(context.model, item.at), context);
  const padder = padders.find(({ op }) => uses[0]?.spelling.op === op);
  const spelling = to.spellings.get(group.main.op);
  const padding = spelling?.params["padding"];
  const isFree = !group.before.length && group.main.args.every(({ word }) => word !== "padding");
  if (!padder || !padding || !isFree || !spelling.op.traits.includes("convolution")) return undefined;
  const all = uses.map(({ args }) => padder.ends(args));
  if (all.flat().some(([before, after]) => before !== after)) return undefined;
  const wanted = all.map((ends) => ends.map(([before]) => before));
  const entry =
    item.call?.value.kind === "map" ? item.call.value.entries.find(({ key }) => key === "padding") : undefined;
  const written = entry && text.slice(entry.value.span.from, entry.value.span.to);
  const isSame = uses.every(({ args }, i) => meansSame(padding.type, args["padding"], wanted[i]));
  const isOne = wanted.every((sizes) => equal(sizes, wanted[0]));
  const said = isOne && !written?.includes("$") ? shown(wanted[0], padding.type, json) : isSame ? written : undefined;
  if (said === undefined || "mismatch" in Object(padding.type.read({ kind: "number", value: 0, span: item.tree.span })))
    return undefined;
  return { ...group, main: { ...group.main, args: [...group.main.args, { word: "padding", text: said }] } };
}

/** The line of a layer, its dash included; nothing where a comment stands there too. */
function lineWithout({ tree }: Item, text: string): Span | undefined {
  const start = lineStart(text, tree.span.from);
  if (!/^\s*-\s+$/.test(text.slice(start, tree.span.from))) return undefined;
  const span = { from: start, to: endOfTree(tree) };
  const line = lineOf(span, text);
  return line.to > span.to || span.to === text.length ? line : undefined;
}
