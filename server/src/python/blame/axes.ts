import { compare, type Dim, mul } from "../../core/dim";
import type { Node } from "../../core/graph";
import { say } from "../../core/message";
import { calledName } from "../fixes/text";
import { type Drawn, type Search, shapeOf } from "./drawn";

/** The number of channels or features that a layer is made for. */
export function statedIn(node: Node, drawn: Drawn): Dim | undefined {
  const values = drawn.layerAt(node.id)?.module?.layer?.values;
  for (const name of ["in_channels", "in_features", "num_features", "input_size"]) {
    const value = values?.get(name);
    if (typeof value === "number") return value;
  }
  return undefined;
}

/** Images with their channels last, which come so into the model, or into a layer between others. */
export const channelsLast: Search = (node, drawn) => {
  const [edge] = node.inputs;
  const arriving = edge && shapeOf(edge, drawn);
  const stated = statedIn(node, drawn);
  if (!arriving || arriving.length < 3 || stated === undefined || !/[123]d$/.test(node.op)) return undefined;
  const [, first, second] = arriving;
  const isLast = compare(arriving.at(-1)!, stated) === "yes";
  if (!isLast || (arriving.length > 3 && compare(first!, second!) !== "yes")) return undefined;
  if (compare(second!, stated) === "yes" && arriving.length > 3) return undefined;
  const given = edge.node === undefined ? undefined : drawn.nodes[edge.node];
  if (given?.given) return { span: given.span, why: say`the channels come last in it, and PyTorch reads them first` };
  return node.row
    ? { span: node.span, why: say`the ${stated} come last in it, and PyTorch reads them first` }
    : undefined;
};

/** An image that a layer of vectors reads is laid flat where the layer is called, unless others are called with it. */
export const notFlat: Search = (node, drawn) => {
  const [edge] = node.inputs;
  const arriving = edge && shapeOf(edge, drawn);
  const stated = statedIn(node, drawn);
  if (!node.row || !arriving || arriving.length < 3 || stated === undefined || node.op !== "Linear") return undefined;
  if (compare(mul(...arriving.slice(1)), stated) !== "yes") return undefined;
  const made = drawn.layerAt(node.id)?.module?.layer?.made.span;
  const outer = made && drawn.source.callAround(made);
  const isPart = outer && calledName(outer) === "Sequential";
  return isPart && outer.args[0]?.value.from !== made.from ? undefined : { span: node.span };
};

/** A layer reads one result where another, which nothing reads, is what it is made for. */
export const unreadInstead: Search = (node, drawn) => {
  const [edge] = node.inputs;
  const stated = statedIn(node, drawn);
  const name = edge?.span && drawn.source.expression(edge.span);
  if (stated === undefined || !edge?.span || name?.kind !== "name") return undefined;
  const read = new Set(drawn.nodes.flatMap(({ inputs }) => inputs.map((one) => one.node)));
  const arriving = shapeOf(edge, drawn);
  for (const other of drawn.nodes.slice(0, node.id).reverse()) {
    const shape = shapeOf({ node: other.id, port: 0 }, drawn);
    if (read.has(other.id) || other.given || !other.op || shape?.length !== arriving?.length) continue;
    if (compare(shape?.[1] ?? Number.NaN, stated) !== "yes") continue;
    const statement = drawn.source.statement(other.span);
    const target = statement?.kind === "assign" ? statement.targets[0] : undefined;
    if (target?.kind !== "name" || target.id === name.id) continue;
    return { span: edge.span, why: say`${target.id}, which nothing reads, has ${stated}` };
  }
  return undefined;
};
