import { type Message, say } from "../core/message";
import { isLayer, type Spelling } from "../core/vocabulary";
import { isSibling } from "../formats/native/reader";
import { type Entry, textOf } from "../tree/tree";
import { sayCall } from "./call";
import type { Context } from "./conversion";
import { editCall } from "./edit-call";
import { channelsAt, type Item, siblingOf, stepsAt } from "./items";
import { type Group, isGroup } from "./said";
import { type Use, usesOf } from "./use";

/** The layers of the model or of a block. */
export interface Body {
  readonly items: readonly Item[];
  /** Names of layers whose weights others use. */
  readonly shared: ReadonlySet<string>;
  /** What comes in is called `input`. */
  readonly hasInput: boolean;
}

/** What a layer becomes; nothing for one that is a block of the file, and why where it has to stay. */
export function groupOf(index: number, body: Body, context: Context): Group | Message | undefined {
  const item = body.items[index]!;
  const { op, at, call, tree } = item;
  const { from, leave, model, text, json } = context;
  const steps = stepsAt(model, at);
  const uses = usesOf(steps, context);
  if (!isLayer(from, op)) return op.startsWith("$") ? byParameter(uses, context) : undefined;
  const left = leave.get(at) ?? unreadable(item);
  if (left) return left;
  if (!uses.length)
    return steps.length
      ? say`${op} is not understood where it stands`
      : say`${op} is never used, so nothing is known of it`;
  const written = call?.value.kind === "map" ? call.value.entries : [];
  const said = sayCall(uses, written, context, channelsAt(body.items, index, context, body.hasInput));
  const group = isGroup(said) ? withApplied(said, uses[0]!.spelling, written, context) : said;
  if (!isGroup(group)) return group;
  if (!editCall(tree, call, group.main, text, json)) return say`a comment stands among its arguments`;
  return group.before.length || group.after.length ? several(item, group, body, context) : group;
}

function unreadable({ call, tree }: Item): Message | undefined {
  if (!call) return undefined;
  const { value } = call;
  if (value.kind !== "map" && !(value.kind === "scalar" && value.value === null))
    return say`its arguments have no names`;
  if (value.span.from < tree.span.from) return say`its arguments stand elsewhere, at an anchor`;
  const stray = value.kind === "map" && value.entries.some(({ key }) => isSibling(key));
  return stray ? say`a key stands among its arguments that belongs beside it` : undefined;
}

/** `$activation` stays as it is, where every operator that it stands for has the same name and needs no arguments. */
function byParameter(uses: readonly Use[], context: Context): Message | undefined {
  const isSame = uses.every((use) => {
    const said = sayCall([use], [], context);
    return (
      isGroup(said) && said.main.op === use.op && !said.main.args.length && !said.before.length && !said.after.length
    );
  });
  const other = say`its operator is a parameter, whose values have other names in ${context.to.title}`;
  return isSame && uses.length ? undefined : other;
}

/** A function that an argument names becomes a layer behind; where the layer is nothing else, it takes its place. */
function withApplied(group: Group, spelling: Spelling, entries: readonly Entry[], context: Context): Group | Message {
  const { from, to, model } = context;
  let said = group;
  for (const { key, value } of entries.filter((entry) => spelling.applies.includes(entry.key))) {
    const word = textOf(value);
    if (word === undefined || (from.activations?.has(word) && from.activations.get(word) === undefined)) continue;
    if (word.startsWith("$")) return say`${key} is a parameter, whose values have other names in ${to.title}`;
    const uses = usesOf(stepsAt(model, value.span.from), context);
    if (!uses.length) return say`${word} is not understood`;
    const applied = sayCall(uses, [], context);
    if (!isGroup(applied)) return applied;
    const behind = [...applied.before, applied.main, ...applied.after];
    said = key in spelling.op.params ? applied : { ...said, after: [...said.after, ...behind] };
  }
  return said;
}

/** How often a layer may be written out that is repeated and takes several layers now. */
const mostCopies = 8;

function several(item: Item, group: Group, { shared }: Body, { to }: Context): Group | Message {
  const { before, main, after } = group;
  const name = textOf(siblingOf(item, "name"));
  const repeat = siblingOf(item, "repeat");
  const sharing = siblingOf(item, "weights") || (name !== undefined && shared.has(name));
  if (sharing && (after.length || repeat)) return say`it takes several layers in ${to.title}, and weights are shared`;
  if (!repeat) return group;
  const times = repeat.kind === "scalar" && typeof repeat.value === "number" ? repeat.value : 0;
  if (times < 1 || times > mostCopies || !Number.isInteger(times))
    return say`it takes several layers in ${to.title}, which cannot be repeated one by one`;
  const copies = Array.from({ length: times - 1 }, () => [...before, main, ...after]);
  return { ...group, after: [...after, ...copies.flat()] };
}
