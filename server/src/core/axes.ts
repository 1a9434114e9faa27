import { type Dim, type Shape, unknown } from "./dim";
import type { Axes, Ports, Tensor } from "./op";
import type { Layout } from "./vocabulary";

type Axis = { readonly [axis: string]: Dim | Shape };

export interface Port {
  readonly name: string;
  /** Of one tensor, also where the port takes several. */
  readonly axes: Axes;
  readonly many: boolean;
  /** There may be none. */
  readonly optional: boolean;
}

/** Ports are asked for in every call, so they are taken apart once. */
const taken = new WeakMap<Ports, readonly Port[]>();

export function portsOf(ports: Ports): readonly Port[] {
  const known = taken.get(ports);
  if (known) return known;
  const apart = Object.entries(ports).map(([name, axes]): Port => {
    const many = axes.endsWith("+");
    const optional = axes.endsWith("?");
    return { name, axes: many || optional ? axes.slice(0, -1) : axes, many, optional };
  });
  taken.set(ports, apart);
  return apart;
}

const orders = {
  "channels-first": new Map<Axes, readonly string[]>(),
  "channels-last": new Map<Axes, readonly string[]>(),
};

/** The names of a port's axes in memory order: a channels-last framework has C at the end. */
export function orderOf(axes: Axes, layout: Layout): readonly string[] {
  const known = orders[layout].get(axes);
  if (known) return known;
  const names = axes.split(" ");
  const order =
    layout === "channels-last" && names.includes("C") ? [...names.filter((name) => name !== "C"), "C"] : names;
  orders[layout].set(axes, order);
  return order;
}

/** Names the axes of a shape, or nothing where it has another number of them. */
export function named(axes: Axes, shape: Shape, layout: Layout): Tensor | undefined {
  if (axes === "*") return shape;
  const names = orderOf(axes, layout);
  const open = names.indexOf("...");
  const more = shape.length - names.length;
  if (open < 0 ? more !== 0 : more < -1) return undefined;
  const tensor: { [axis: string]: Dim | Shape } = {};
  names.forEach((name, i) => {
    if (i === open) tensor["rest"] = shape.slice(i, i + more + 1);
    else tensor[name] = shape[open >= 0 && i > open ? i + more : i]!;
  });
  return tensor;
}

/** A tensor of which nothing is known, where the port says how many axes it has; of any number, the batch alone is guessed. */
export const guess = (axes: Axes): Tensor | undefined =>
  axes === "*"
    ? undefined
    : Object.fromEntries(axes.split(" ").map((name) => (name === "..." ? ["rest", [unknown]] : [name, unknown])));

/** Whether a tensor goes by the names of a port; an operator that reads "N C ..." hands on what another calls "N C H W". */
export function hasAxes(tensor: Tensor, axes: Axes): boolean {
  for (const name of orderOf(axes, "channels-first")) if (!((name === "..." ? "rest" : name) in tensor)) return false;
  return true;
}

/** The inverse of `named`: a shape in memory order. */
export function ordered(axes: Axes, tensor: Tensor, layout: Layout): Shape {
  if (Array.isArray(tensor)) return tensor as Shape;
  if (!hasAxes(tensor, axes)) return asShape(tensor, layout);
  const shape: Dim[] = [];
  for (const name of orderOf(axes, layout)) {
    if (name === "...") shape.push(...((tensor as Axis)["rest"] as Shape));
    else shape.push((tensor as Axis)[name] as Dim);
  }
  return shape;
}

const images = ["N C L", "N C H W", "N C D H W"];

/** A tensor by the names of its axes where it has some, whatever the port calls them. */
export function asShape(tensor: Tensor, layout: Layout): Shape {
  if (Array.isArray(tensor)) return tensor as Shape;
  const names = Object.keys(tensor).join(" ");
  return ordered(
    images.includes(names) || names.includes("rest") ? names.replace("rest", "...") : names,
    tensor,
    layout,
  );
}

/** Tensors in the order of ports, by port and by the names of their axes; a guess where nothing is known. */
export function tensorsOf(ports: Ports, shapes: readonly (Shape | undefined)[], layout: Layout): Tensors {
  const tensors: { [port: string]: any } = {};
  let next = 0;
  for (const { name: port, axes, many, optional } of portsOf(ports)) {
    if (optional && next >= shapes.length) break;
    const taken = many ? shapes.slice(next) : [shapes[next]];
    const seen = taken.map((shape) => (shape && named(axes, shape, layout)) ?? guess(axes));
    tensors[port] = many ? seen : seen[0];
    next += taken.length;
  }
  return tensors;
}

/** A tensor, or several, by port. The types of operators say which; here only their names are known. */
export type Tensors = { readonly [port: string]: any };
