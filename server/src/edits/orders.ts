import type { Model, Step } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Node } from "../core/graph";
import type { Seen } from "../core/twin";
import type { Layout } from "../core/vocabulary";

/** Whether the channels of a tensor move from one framework to the other, or all axes are where they were. */
export type Order = "image" | "plain";

/** For each node, whether the channels of what it gives move. Decided by the names of ports; what has none hands on what it reads. */
export function ordersOf({ graph: { nodes, vocabulary }, steps }: Model): readonly Order[] {
  const portOf = ({ id }: Node, at: number): string => {
    const ports = Object.values<string>(steps[id]?.spelling?.op.inputs ?? {});
    return ports[Math.min(at, ports.length - 1)] ?? "*";
  };
  /** What the first layer that names its axes takes an input for. */
  const wanted = (id: number, depth: number): Order | undefined => {
    for (const node of nodes) {
      const at = node.inputs.findIndex((edge) => edge.node === id);
      if (at < 0 || depth > nodes.length) continue;
      const found = orderIn(portOf(node, at)) ?? wanted(node.id, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  const orders: Order[] = [];
  for (const node of nodes) {
    const first = node.inputs[0]?.node;
    const turned = turnOf(steps[node.id], vocabulary.layout);
    if (turned && turned !== orders[first!] && (turned === "plain" || wanted(node.id, 0) === "image")) {
      orders.push(turned);
      continue;
    }
    const gives = Object.values<string>(steps[node.id]?.spelling?.op.outputs ?? {})[0] ?? "*";
    orders.push(
      node.given
        ? (wanted(node.id, 0) ?? "image")
        : (orderIn(gives) ?? (first === undefined ? "image" : orders[first]!)),
    );
  }
  return orders;
}

/** Where a permutation only puts the channels to the other end, as the other framework has them already. */
function turnOf(step: Step | undefined, layout: Layout): Order | undefined {
  const { dims, keeps_batch } = step?.args ?? {};
  if (step?.spelling?.op.name !== "Permute" || !Array.isArray(dims)) return undefined;
  const all: readonly number[] = keeps_batch ? [0, ...dims] : dims.map((dim) => (dim < 0 ? dim + dims.length : dim));
  const places = all.map((_, i) => i).slice(1);
  const isTo = (to: Layout): boolean => all.length > 3 && String(all) === String([0, ...moved(places, to)]);
  if (isTo(layout === "channels-last" ? "channels-first" : "channels-last")) return "plain";
  return isTo(layout) ? "image" : undefined;
}

/** The axes stand where they stood, in the other framework. */
export const isTurned = ({ id, op, inputs: [first] }: Node, orders: readonly Order[]): boolean =>
  op === "Permute" && orders[id] !== orders[first?.node ?? -1];

function orderIn(axes: string): Order | undefined {
  const names = axes.replace("+", "").split(" ");
  if (names[1] === "C") return "image";
  return names.every((name) => name === "*" || name === "...") || names[0] === "..." ? lastOf(names) : "plain";
}

/** `... F` reads any tensor along its last axis, as it is. */
const lastOf = (names: readonly string[]): Order | undefined => (names.at(-1) === "F" ? "plain" : undefined);

/** Sizes or names of axes without the batch, as the other framework has them. */
export const moved = <T>(sizes: readonly T[], to: Layout): readonly T[] =>
  to === "channels-last" ? [...sizes.slice(1), ...sizes.slice(0, 1)] : [...sizes.slice(-1), ...sizes.slice(0, -1)];

/** The shape with its batch as the other framework has it. */
export const movedShape = (shape: Shape, order: Order, to: Layout): Shape =>
  order === "image" && shape.length > 2 ? [shape[0]!, ...moved(shape.slice(1), to)] : shape;

/** The number of an axis in the other framework, counted from the first; of the channels it is −1 where they are last. */
export function movedAxis(axis: number, rank: number, order: Order, to: Layout): number {
  const at = axis < 0 ? axis + rank : axis;
  const others = Array.from({ length: rank - 1 }, (_, i) => i + 1);
  const now = order === "image" && rank > 2 && at > 0 ? moved(others, to).indexOf(at) + 1 : at;
  return to === "channels-last" && now === rank - 1 ? -1 : now;
}

/** A tensor as operators see it. */
export function seen(shape: Shape, order: Order, layout: Layout): Seen {
  const rank = shape.length;
  const last = layout === "channels-last" || order === "plain";
  return {
    rank,
    C: (last ? shape.at(-1) : shape[1]) ?? Number.NaN,
    spatial: last ? shape.slice(1, -1) : shape.slice(2),
  };
}
