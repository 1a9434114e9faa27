import { type Step, shapeAt } from "../core/analysis";
import type { Shape } from "../core/dim";
import type { Bound, Seen, Twin } from "../core/twin";
import type { Spelling } from "../core/vocabulary";
import type { Entry } from "../tree/tree";
import type { Context } from "./conversion";
import type { Found } from "./find";
import { isTurned, type Order, seen } from "./orders";

/** One call of a layer, with what it reads and gives. */
export interface Use {
  readonly op: string;
  readonly spelling: Spelling;
  readonly args: Bound;
  readonly order: Order;
  readonly x: Seen;
  readonly gives: Shape;
}

/** The calls of a layer of which everything is known. */
export function usesOf(steps: readonly Step[], { model, from, orders }: Context): readonly Use[] {
  return steps.flatMap((step): Use[] => {
    const { node, spelling, args, outcome } = step;
    const shapes = node.inputs.map((edge) => shapeAt(model, edge));
    const gives = outcome?.outputs[0];
    const [first] = shapes;
    if (!spelling || !args || !gives || !first || shapes.some((shape) => !shape)) return [];
    const order = orders[node.inputs[0]!.node!]!;
    const x = { ...seen(first, order, from.layout), isTurned: isTurned(node, orders) };
    return [{ op: node.op, spelling, args: withAxis(args, spelling, x.rank, from.layout), order, x, gives }];
  });
}

/** Where no axis is named, one framework takes the last, and the other the channels. */
function withAxis(args: Bound, { op }: Spelling, rank: number, layout: string): Bound {
  if (!("axis" in op.params) || args["axis"] !== undefined || (layout !== "channels-last" && rank === 3)) return args;
  return { ...args, axis: layout === "channels-last" ? -1 : 1 };
}

/** What is said, by which words of the other framework. */
export interface Aim extends Context {
  readonly uses: readonly Use[];
  /** The arguments as they are written. */
  readonly entries: readonly Entry[];
  readonly found: Found;
  readonly twin: Twin | undefined;
  /** The name of something that has as many channels as what the layer reads. */
  readonly source: string | undefined;
}
