import type { Vocabulary } from "../../core/vocabulary";
import { get, itemsOf, type Tree } from "../../tree/tree";
import type { Blocks } from "./block";
import type { Body, Item } from "./item";

/**
 * Whether `input: [1, 3, 224, 224]` counts the batch, which no shape here does: the first layer would
 * otherwise be given one axis too many, or a single "channel" where all layers read images.
 */
export function hasBatch(root: Tree | undefined, body: Body, blocks: Blocks, vocabulary: Vocabulary): boolean {
  const sizes = itemsOf(get(root, "input"));
  if (sizes.length < 3) return false;
  const first = firstOp(body, blocks, 0);
  const rank = first === undefined ? undefined : rankOf(first, vocabulary);
  if (rank !== undefined) return sizes.length === rank;
  const one = sizes.length === 4 && sizes[0]!.kind === "scalar" && sizes[0]!.value === 1;
  if (!one) return false;
  const bodies = [body, ...[...blocks.values()].map((block) => block.body)];
  const ranks = new Set(bodies.flatMap(({ items }) => items.map(({ op }) => rankOf(op, vocabulary))));
  return ranks.has(4) && !ranks.has(5);
}

/** The operator that reads the input of the model, inside of blocks too. */
function firstOp({ items }: Body, blocks: Blocks, depth: number): string | undefined {
  const first = items[0];
  if (!first || depth > blocks.size || !readsInput(first)) return undefined;
  const block = blocks.get(first.op);
  return block ? firstOp(block.body, blocks, depth + 1) : first.op;
}

const readsInput = ({ from }: Item): boolean =>
  !from || (from.kind === "number" && from.value === -1) || (from.kind === "text" && from.value === "input");

/** How many axes an operator of one input reads, the batch included; nothing where it takes any number. */
function rankOf(op: string, { spellings }: Vocabulary): number | undefined {
  const [axes, ...more] = Object.values<string>(spellings.get(op)?.op.inputs ?? {});
  return axes === undefined || more.length || /[.*+]/.test(axes) ? undefined : axes.split(" ").length;
}
