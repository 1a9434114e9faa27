import type { Dim, Shape } from "../../core/dim";
import { say } from "../../core/message";
import { isKind, type Native, native, type Run, unknown } from "../values";
import { type Bound, bound, shaping } from "./binding";
import { shapeBy } from "./quiet";
import { axesGiven, axisIn, isNumber, sizesIn } from "./sizes";

const shapeAt = (found: Bound, name: string): Shape | undefined => {
  const value = found.get(name)?.value;
  return value !== undefined && isKind(value, "tensor") ? value.shape : undefined;
};

/** The axis that an argument names; raises where there is none of that number. */
function axisAt(found: Bound, name: string, rank: number, run: Run): number | undefined {
  const value = found.get(name)?.value;
  if (typeof value !== "number") return undefined;
  return axisIn(value, Math.max(1, rank)) ?? run.raise("IndexError");
}

type Give = (found: Bound, run: Run) => Shape | undefined;

/** A function of which the shape alone is told; nothing where it is called in another way. */
const giving = (names: string, args: string, give: Give): readonly Native[] =>
  names.split(" ").map((name) =>
    native(name, (given, run) => {
      const found = bound(args.split(" "), shaping(given));
      const [first] = args.split(" ");
      const input = found?.get(first!)?.value;
      if (input === undefined || !isKind(input, "tensor")) return unknown;
      return run.tensor(give(found!, run), given, input.whole ? { whole: true } : {});
    }),
  );

/** As many as there are indices, of which no axis may be longer but the one that is gathered along. */
const gathered: Give = (found, run) => {
  const [input, index] = [shapeAt(found, "input"), shapeAt(found, "index")];
  if (!input || !index) return undefined;
  const axis = axisAt(found, "dim", input.length, run);
  if (input.length !== index.length) {
    if (input.length && index.length) run.raise("RuntimeError");
    return undefined;
  }
  const longer = (size: Shape[number], k: number): boolean => {
    const own = input[k];
    return k !== axis && isNumber(size) && isNumber(own) && size > own;
  };
  if (index.some(longer)) run.raise("RuntimeError");
  return index;
};

const selected: Give = (found, run) => {
  const [input, index] = [shapeAt(found, "input"), shapeAt(found, "index")];
  if (!input?.length || !index) return undefined;
  if (index.length > 1) run.raise("IndexError");
  const axis = axisAt(found, "dim", input.length, run);
  return axis === undefined ? undefined : input.with(axis, index[0] ?? 1);
};

/** An image as large as the grid of places at which it is read. */
const sampled: Give = (found, run) => {
  const [input, grid] = [shapeAt(found, "input"), shapeAt(found, "grid")];
  if (!input || !grid) return undefined;
  const axes = input.length - 2;
  const last = grid.at(-1);
  if (grid.length !== input.length || axes < 2 || (isNumber(last) && last !== axes)) run.raise("RuntimeError");
  const [images, grids] = [input[0]!, grid[0]!];
  if (isNumber(images) && isNumber(grids) && images !== grids) run.raise("RuntimeError");
  return [images, input[1]!, ...grid.slice(1, -1)];
};

const gridOf: Give = (found, run) => {
  const [theta, size] = [shapeAt(found, "theta"), sizesIn(found.get("size")?.value, run)];
  if (!theta || !size || size.length < 4) return undefined;
  const [images, wanted] = [theta[0], size[0]];
  if (theta.length !== 3 || (isNumber(images) && isNumber(wanted) && images !== wanted)) run.raise("RuntimeError");
  return [size[0]!, ...size.slice(2), size.length - 2];
};

/** A product to which something is added that goes with it. */
const addedTo =
  (first: string, second: string, axes: number): Give =>
  (found, run) => {
    const [a, b] = [shapeAt(found, first), shapeAt(found, second)];
    if (!a || !b) return undefined;
    if (a.length !== axes || b.length !== (first === "mat" ? 1 : axes)) run.raise("RuntimeError");
    const product = shapeBy("MatMul", [a, b], {}, run);
    return product && shapeBy("Add", [product, shapeAt(found, "input")], {}, run) ? product : undefined;
  };

const moved: Give = (found, run) => {
  const input = shapeAt(found, "input");
  const [from, to] = ["source", "destination"].map((name) => axesGiven(found.get(name)?.value));
  if (!input?.length || !from || from.length !== to?.length) return undefined;
  const [taken, places] = [from, to].map((axes) => axes.map((axis) => axisIn(axis, input.length)));
  if ([...taken!, ...places!].includes(undefined)) run.raise("IndexError");
  const rest = input.filter((_, axis) => !taken!.includes(axis));
  return input.map((_, axis) => (places!.includes(axis) ? input[taken![places!.indexOf(axis)]!]! : rest.shift()!));
};

/** Twice as large, or as large as it is said; what was pooled gave way to one place of each window. */
const unpooled =
  (axes: number): Give =>
  (found, run) => {
    const input = shapeAt(found, "input");
    const each = (name: string, usual: number | undefined): readonly number[] | undefined => {
      const all = axesGiven(found.get(name)?.value ?? usual);
      return all?.length === 1 ? Array<number>(axes).fill(all[0]!) : all?.length === axes ? all : undefined;
    };
    const kernel = each("kernel_size", undefined);
    const size = found.get("output_size")?.value ?? null;
    const stride = found.get("stride")?.value == null ? kernel : each("stride", undefined);
    const padding = each("padding", 0);
    if (!input || !kernel || !stride || !padding) return undefined;
    const first = input.length - axes;
    const sizes = size === null ? undefined : sizesIn(size, run)?.slice(-axes);
    const usual = input.map((dim, k) => {
      const i = k - first;
      if (i < 0) return dim;
      return typeof dim === "number" ? (dim - 1) * stride[i]! + kernel[i]! - 2 * padding[i]! : Number.NaN;
    });
    if (size === null) return usual;
    if (sizes?.length !== axes) return undefined;
    // Another size gives the same windows only where it is less than a step away.
    const isFar = (dim: Dim, i: number): boolean => {
      const own = usual[first + i];
      return isNumber(dim) && isNumber(own) && Math.abs(dim - own) >= stride[i]!;
    };
    if (sizes.some(isFar)) run.raise("ValueError", say`${usual} cannot be ${sizes}: these windows lie on the first`);
    return [...usual.slice(0, first), ...sizes];
  };

export const gathering: readonly Native[] = [
  ...giving("gather", "input dim index sparse_grad", gathered),
  ...giving("index_select", "input dim index", selected),
  ...giving("addmm", "input mat1 mat2 beta alpha", addedTo("mat1", "mat2", 2)),
  ...giving("baddbmm", "input batch1 batch2 beta alpha", addedTo("batch1", "batch2", 3)),
  ...giving("addmv", "input mat vec beta alpha", addedTo("mat", "vec", 2)),
  ...giving("movedim moveaxis", "input source destination", moved),
];

export const sampling: readonly Native[] = [
  ...giving("grid_sample", "input grid mode padding_mode align_corners", sampled),
  ...giving("affine_grid", "theta size align_corners", gridOf),
  ...[1, 2, 3].flatMap((n) =>
    giving(`max_unpool${n}d`, "input indices kernel_size stride padding output_size", unpooled(n)),
  ),
];
