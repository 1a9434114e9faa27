import { bind } from "../analysis/bind";
import { asShape, named, portsOf, type Tensors } from "../core/axes";
import { compare, type Dim, isKnown, unknown, unranked } from "../core/dim";
import type { Arg, Edge, Node } from "../core/graph";
import { say } from "../core/message";
import { type Call, type Op, op, type Tensor, weight } from "../core/op";
import type { Params } from "../core/param";
import { type SizeName, type Sizes, settle } from "../core/value";
import type { Spelling } from "../core/vocabulary";
import { type Block, words } from "./block";
import { valuesOf } from "./own-op";

type Must = (constraint: string, holds: "no", at: "op", message: ReturnType<typeof say>) => void;
/** By node; absent where nothing is known of what it gives. */
type Results = (readonly Tensor[] | undefined)[];

/** An operator that is composed of layers, so that weights and operations add up by themselves. */
export const blockOp = (name: string, summary: string, params: Params, block: Block): Op =>
  op({
    name,
    summary,
    traits: ["own"],
    inputs: { x: "N C H W" },
    outputs: { y: "*" },
    params,
    infer({ x }, args, must, call) {
      const { nodes, result } = block(valuesOf(x, args));
      const results: Results = [[x]];
      const whole = nodes.slice(1).every((node) => {
        results[node.id] = node.either ? chosen(node, results) : resultsOf(node, results, must as Must, call);
        return results[node.id] !== undefined;
      });
      // Layers of which nothing is known have weights of which nothing is known.
      if (!whole) call("rest", rest, { x });
      const y = result && tensorAt(result, results);
      return { y: (whole && y) || (unranked as any) };
    },
  });

const rest = op({
  name: "Unknown",
  summary: "Layers of which nothing is known.",
  inputs: { x: "*" },
  outputs: { y: "*" },
  infer: ({ x }) => ({ y: x.map(() => unknown) }),
  weights: () => [weight("weight", [unknown])],
  macs: () => [unknown],
  reach: () => "everything",
});

const tensorAt = ({ node, port }: Edge, results: Results): Tensor | undefined =>
  node === undefined ? undefined : results[node]?.[port];

const sizesOf =
  (results: Results): Sizes =>
  (node, port, axis: SizeName): Dim => {
    const tensor = results[node]?.[port];
    const shape = tensor && asShape(tensor, words.layout);
    if (!shape) return unknown;
    if (axis === "channels") return shape[1] ?? unknown;
    return shape.length === 4 ? shape[axis === "height" ? 2 : 3]! : unknown;
  };

function chosen({ either, inputs }: Node, results: Results): readonly Tensor[] | undefined {
  const holds = either!(sizesOf(results));
  const edge = holds === true ? inputs[0] : holds === false ? inputs[1] : undefined;
  const tensor = edge && tensorAt(edge, results);
  return tensor && [tensor];
}

/** A layer that is left out gives nothing, which nobody reads. */
const absent: readonly Tensor[] = [];

function resultsOf(node: Node, results: Results, must: Must, call: Call): readonly Tensor[] | undefined {
  const sizes = sizesOf(results);
  for (const guard of node.guards ?? []) {
    const holds = guard(sizes);
    if (holds === false) return absent;
    if (holds !== true) return undefined;
  }
  const spelling = words.spellings.get(node.op);
  // Weights that are shared, or there for training alone, are no part of a sum.
  if (!spelling || node.shares !== undefined || node.training) return undefined;
  const written = node.args.map((arg): Arg => ({ ...arg, value: settle(arg.value, sizes) }));
  const args = bind(spelling, node, written, words, () => {});
  const inputs = args && connected(spelling, node, results, must);
  if (!args || !inputs) return undefined;
  compareStated(spelling, node, written, inputs, must);
  spelling.must?.(inputs, args, (id, holds, _, message) => {
    if (holds === "no") must(id, holds, "op", say`${node.op}: ${message}`);
  });
  const given: Tensors = call(nameOf(node), spelling.op, inputs, args);
  return portsOf(spelling.op.outputs).flatMap(({ name, many }): readonly Tensor[] =>
    many ? given[name] : [given[name]],
  );
}

/** Inputs by port, where they are known and have as many axes as the layer reads. */
function connected({ op }: Spelling, node: Node, results: Results, must: Must): Tensors | undefined {
  const tensors = node.inputs.map((edge) => tensorAt(edge, results));
  const inputs: { [port: string]: any } = {};
  let next = 0;
  for (const { name: port, axes, many, optional } of portsOf(op.inputs)) {
    if (optional && next >= tensors.length) break;
    const taken = tensors.slice(next, many ? undefined : next + 1);
    if (!taken.length || taken.includes(undefined)) return undefined;
    for (const tensor of taken) {
      if (named(axes, asShape(tensor!, words.layout), words.layout)) continue;
      must(
        "wrong-rank",
        "no",
        "op",
        say`${node.op} reads [${axes}], but its input is ${asShape(tensor!, words.layout)}`,
      );
      return undefined;
    }
    inputs[port] = many ? taken : taken[0];
    next += taken.length;
  }
  return next === tensors.length ? inputs : undefined;
}

/** Sizes that the block writes by hand. */
function compareStated({ states }: Spelling, { op }: Node, args: readonly Arg[], inputs: Tensors, must: Must): void {
  for (const { name, value } of args) {
    const path: string | undefined = name === undefined ? undefined : states[name];
    if (path === undefined || value.kind !== "number") continue;
    const [port = "", axis = ""] = path.split(".");
    const size = inputs[port]?.[axis] as Dim | undefined;
    if (size !== undefined && isKnown(size) && compare(size, value.value) === "no")
      must("stated-size", "no", "op", say`${op}: ${name!} is ${value.value}, but its input has ${size} channels`);
  }
}

const nameOf = ({ row }: Node): string => {
  const own = row?.name ?? String(row?.index ?? 0);
  return row?.outer ? `${nameOf({ row: row.outer } as Node)}.${own}` : own;
};
