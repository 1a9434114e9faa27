import { compare, unknown as unknownSize } from "../core/dim";
import { float, isKind, nowhere, type Tensor, tuple, unknown, type Value } from "./values";

/** The value of a name behind two branches of which nobody knows which is taken. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  if (isKind(a, "tensor") && isKind(b, "tensor")) return joinTensors(a, b);
  if (isKind(a, "float") && isKind(b, "float")) return a.value === b.value ? a : float(undefined);
  if (isKind(a, "size") && isKind(b, "size")) return compare(a.dim, b.dim) === "yes" ? a : unknown;
  if (isKind(a, "tuple") && isKind(b, "tuple") && a.items.length === b.items.length)
    return tuple(a.items.map((item, i) => join(item, b.items[i]!)));
  return unknown;
}

/** Comes from either, so that it has the sizes in which both agree, and comes from no node. */
function joinTensors(a: Tensor, b: Tensor): Value {
  if (a.parameter || b.parameter) return unknown;
  const joined = { kind: "tensor", node: nowhere, port: 0, ...(a.whole && b.whole && { whole: a.whole }) } as const;
  if (!a.shape || !b.shape || a.shape.length !== b.shape.length) return { ...joined, shape: undefined };
  const shape = a.shape.map((dim, axis) => (compare(dim, b.shape![axis]!) === "yes" ? dim : unknownSize));
  return { ...joined, shape };
}
