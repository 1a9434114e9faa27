import type { Model, Step } from "../core/analysis";
import { isSibling } from "../formats/native/reader";
import { type Entry, entriesOf, type Tree, textOf } from "../tree/tree";
import type { Context } from "./conversion";
import { equal } from "./equal";
import { seen } from "./orders";
import { usesOf } from "./use";

/** A layer as it is written. */
export interface Item {
  readonly tree: Tree;
  readonly call: Entry | undefined;
  readonly op: string;
  /** Where its operator stands, by which its nodes are known. */
  readonly at: number;
  readonly siblings: readonly Entry[];
}

export function itemOf(tree: Tree): Item {
  const entries = entriesOf(tree);
  const call = entries.find(({ key }) => !isSibling(key)) ?? entries[0];
  return {
    tree,
    call,
    op: call?.key ?? textOf(tree) ?? "",
    at: call?.keySpan.from ?? tree.span.from,
    siblings: entries.filter((entry) => entry !== call),
  };
}

export const siblingOf = ({ siblings }: Item, key: string): Tree | undefined =>
  siblings.find((entry) => entry.key === key)?.value;

export const spanOf = ({ tree, call }: Item) => call?.keySpan ?? tree.span;

/** The calls of an operator that a layer stands for, wherever its block is called. */
export const stepsAt = ({ steps }: Model, at: number): readonly Step[] =>
  steps.filter(({ node }) => node.row && node.opSpan.from === at && node.op !== "");

/**
 * The name of something that has as many channels as what a layer reads: a layer above that has a name,
 * or the input, where nothing in between changes their number.
 */
export function channelsAt(
  items: readonly Item[],
  index: number,
  context: Context,
  named: boolean,
): string | undefined {
  const from = siblingOf(items[index]!, "from");
  const one = from?.kind === "list" ? (from.items.length === 1 ? from.items[0] : undefined) : from;
  if (from && one?.kind !== "scalar") return undefined;
  const value = one?.kind === "scalar" ? one.value : -1;
  if (typeof value !== "number") return typeof value === "string" ? value : undefined;
  const target = index + value;
  const item = items[target];
  if (!item) return named ? "input" : undefined;
  const name = textOf(siblingOf(item, "name"));
  if (name !== undefined) return name;
  const uses = usesOf(stepsAt(context.model, item.at), context);
  const keeps = uses.every(({ x, gives, order }) => equal(x.C, seen(gives, order, context.from.layout).C));
  return uses.length && keeps ? channelsAt(items, target, context, named) : undefined;
}
