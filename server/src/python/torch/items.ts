import { type Dim, mul } from "../../core/dim";
import { numbersAt } from "../numbers/index";
import { type Arguments, isKind, type Run, type Slice, type Tensor, type Value } from "../values";
import { filled } from "./binding";
import { taken } from "./pieces";

/** `x[0]`, `x[:, 1:, None]`, `x[..., ::2]`: one after another, each on the axis that it stands for. */
export function tensorItem(tensor: Tensor, index: Value, at: Arguments, run: Run): Value {
  const known = numbersAt(tensor, index, run);
  if (known !== undefined) return known;
  const { shape } = tensor;
  const items = isKind(index, "tuple") ? index.items : [index];
  if (!shape || !items.every(isPlain)) return run.tensor(undefined, at);
  const isEllipsis = (item: Value): boolean => isKind(item, "ellipsis");
  const used = items.filter((item) => item !== null && !isEllipsis(item)).length;
  if (used > shape.length) run.raise("IndexError");
  if (items.filter(isEllipsis).length > 1) return run.tensor(undefined, at);
  if (!isInPlace(items)) return run.tensor(undefined, at);
  let left: Tensor = tensor;
  let axis = 0;
  for (const item of items) {
    if (!left.shape) return run.tensor(undefined, at);
    if (item === null) left = run.operator("Unsqueeze", [left], [filled("dim", axis++, at)], at)[0] ?? left;
    else if (isEllipsis(item)) axis += shape.length - used;
    else if (typeof item === "number") left = taken(left, axis, item, at, run);
    else if (isKind(item, "tensor")) {
      const { shape: places } = item;
      left = run.tensor(
        places && left.shape.toSpliced(axis, 1, ...places),
        at,
        left.whole ? { whole: left.whole } : {},
      );
      axis += places?.length ?? 0;
    } else left = isKind(item, "slice") ? sliced(left, axis++, item, at, run) : listed(left, axis++, item, at, run);
  }
  return left;
}

/** Positions in lists are paired with each other and with single ones, and give one axis where these stand side by side. */
function isInPlace(items: readonly Value[]): boolean {
  if (items.some((item) => isKind(item, "tensor")))
    return items.filter((item) => item !== null && !isKind(item, "slice") && !isKind(item, "ellipsis")).length === 1;
  const lists = items.filter((item) => isKind(item, "list")).length;
  const places = items.flatMap((item, i) => (typeof item === "number" || isKind(item, "list") ? [i] : []));
  return lists === 0 || (lists === 1 && places.at(-1)! - places[0]! + 1 === places.length);
}

/** No mask, of which nobody knows how many it takes, but positions, be they in a tensor. */
function isPlain(item: Value): boolean {
  if (item === null || typeof item === "number") return true;
  if (typeof item !== "object") return false;
  if (item.kind === "list") return !item.open && item.items.every((one) => typeof one === "number");
  if (item.kind === "tensor") return item.whole === true && item.shape !== undefined;
  return item.kind === "slice" || item.kind === "ellipsis";
}

function listed(tensor: Tensor, axis: number, item: Value, at: Arguments, run: Run): Tensor {
  const places = isKind(item, "list") ? item.items : [];
  const size = tensor.shape?.[axis];
  const isThere = (place: Value): boolean =>
    typeof place !== "number" || typeof size !== "number" || !(place >= size || place < -size);
  // Of nothing at all nobody looks at a position.
  if (!tensor.shape?.includes(0) && !places.every(isThere)) run.raise("IndexError");
  const count = isKind(item, "list") ? places.length : Number.NaN;
  return withSize(tensor, axis, count, at, run);
}

const withSize = ({ shape }: Tensor, axis: number, size: Dim, at: Arguments, run: Run): Tensor =>
  run.tensor(
    shape?.map((dim, k) => (k === axis ? size : dim)),
    at,
  );

const isAbsent = (bound: Value): boolean => bound === null;

function sliced(tensor: Tensor, axis: number, { start, stop, step }: Slice, at: Arguments, run: Run): Tensor {
  if ((isAbsent(start) || start === 0) && isAbsent(stop) && (isAbsent(step) || step === 1)) return tensor;
  const size = tensor.shape?.[axis];
  const by = step ?? 1;
  if (typeof by === "number" && by <= 0) run.raise("ValueError");
  const ends = typeof size === "number" ? [placed(start, 0, size), placed(stop, size, size)] : [];
  const [first, last] = ends;
  if (first === undefined || last === undefined || typeof by !== "number")
    return withSize(tensor, axis, Number.NaN, at, run);
  const length = Math.max(0, last - first);
  if (by !== 1) return withSize(tensor, axis, Math.ceil(length / by), at, run);
  const args = [filled("dim", axis, at), filled("start", first, at), filled("length", length, at)];
  return run.operator("Narrow", [tensor], args, at)[0] ?? tensor;
}

/** Where a slice begins or ends: from the end if it is negative, and never outside. */
function placed(bound: Value, usual: number, size: number): number | undefined {
  if (bound === null) return usual;
  if (typeof bound !== "number") return undefined;
  return Math.min(size, Math.max(0, bound < 0 ? bound + size : bound));
}

/** How many values a tensor has. */
export const count = ({ shape }: Tensor): Dim => (shape ? mul(...shape) : Number.NaN);
