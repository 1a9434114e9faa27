import type { Arg, Edge, Node, Within } from "../../core/graph";
import { error, type Report } from "../../core/problem";
import { type Blocks, settle } from "./block";
import { evaluate, type Values } from "./expression";
import type { Body, Item } from "./item";
import { reads, remember, type Scope } from "./scope";

/** A file that says `repeat: 1000000` must not stop the editor. */
const most = 20_000;

/** Where a list of layers stands: in the model, or in the body of a block that is called somewhere. */
export interface Place {
  readonly blocks: Blocks;
  readonly values: Values;
  readonly nodes: Node[];
  /** Calls so far; of an empty block too, which puts no node into the graph. */
  readonly spent: { calls: number };
  readonly report: Report;
  readonly within?: Within;
  /** The row of the model, inside a block that of its call. */
  readonly layer?: number;
  /** Blocks that are being expanded, so that none contains itself. */
  readonly open: readonly string[];
}

/** Puts the nodes of a list of layers into the graph; the result is what the list gives. */
export function expand({ items, outputs }: Body, scope: Scope, place: Place): readonly Edge[] {
  items.forEach((item, index) => {
    const inputs = reads(item.from, scope, items.slice(index), place.report);
    const here = { ...place, layer: place.layer ?? index };
    const left = item.when && evaluate(item.when, place.values, place.report);
    // A layer left out hands on what it would have read; of several inputs, the first.
    const gone = left?.kind === "bool" && !left.value;
    remember(scope, item, gone ? inputs.slice(0, 1) : repeat(item, index, inputs, here), place.report);
  });
  return reads(outputs, scope, [], place.report);
}

function repeat(item: Item, index: number, inputs: readonly Edge[], place: Place): readonly Edge[] {
  const times = item.repeat && evaluate(item.repeat, place.values, place.report);
  if (
    times &&
    times.kind !== "opaque" &&
    (times.kind !== "number" || !Number.isInteger(times.value) || times.value < 1)
  )
    place.report(error("wrong-repeat", times.span, "repeat is an integer ≥ 1"));
  const count = times?.kind === "number" ? times.value : 1;
  const label = item.name?.text ?? `${item.op} #${index}`;
  let result = inputs;
  for (let i = 0; i < count; i++) {
    if (++place.spent.calls > most) {
      if (place.spent.calls === most + 1)
        place.report(error("too-many-layers", item.opSpan, `more than ${most} layers and blocks`));
      break;
    }
    result = call(item, count > 1 ? `${label} (${i + 1} of ${count})` : label, result, place);
  }
  return result;
}

function call(item: Item, label: string, inputs: readonly Edge[], place: Place): readonly Edge[] {
  const { op, span, opSpan } = item,
    { nodes, values, report, within, layer } = place;
  const args = item.args.map((arg): Arg => ({ ...arg, value: evaluate(arg.value, values, report) }));
  const block = place.blocks.get(op);
  if (!block) {
    const id = nodes.length;
    nodes.push({
      id,
      label,
      op,
      span,
      opSpan,
      inputs,
      args,
      ...(within && { within }),
      ...(layer !== undefined && { layer }),
    });
    return [{ node: id, port: 0 }];
  }
  if (place.open.includes(op)) {
    report(error("block-contains-itself", opSpan, `${op} contains itself`));
    return [{ port: 0 }];
  }
  const scope: Scope = { names: new Map([["input", inputs]]), results: [], start: inputs };
  return expand(block.body, scope, {
    ...place,
    values: settle(item, block, args, report),
    within: { label, span, ...(within && { outer: within }) },
    open: [...place.open, op],
  });
}
