import { say } from "../../core/message";
import { isLearning } from "../nn/parameters";
import { counting, methodOfNumbers } from "../numbers/index";
import {
  type Arguments,
  isKind,
  list,
  type Native,
  native,
  type Run,
  type Tensor,
  tuple,
  unknown,
  type Value,
  whole,
} from "../values";
import { binaries, maskedFill } from "./arithmetic";
import { nativesIn, ofTensors } from "./functions";
import { gathering } from "./gathering";
import { count } from "./items";
import { cuts } from "./pieces";
import { plain, shapeKeepers } from "./pointwise";
import { reductions } from "./reductions";
import { makers, reshapings, transposed } from "./reshaping";
import { axisIn } from "./sizes";
import { ofOne } from "./weighted";

const sizes = ({ shape }: Tensor): Value => (shape ? tuple(shape.map(whole)) : unknown);

const asked = (name: string, give: (tensor: Tensor, given: Arguments, run: Run) => Value): Native =>
  native(name, (given, run) => {
    const [first, ...positional] = given.positional;
    return first && isKind(first.value, "tensor") ? give(first.value, { ...given, positional }, run) : unknown;
  });

/** Of a longer one no list is made. */
const mostListed = 4096;

/** What is asked of a tensor. */
const questions: readonly Native[] = [
  asked("size", (tensor, { positional, named }, run) => {
    const dim = positional[0]?.value ?? named.get("dim")?.value;
    if (dim === undefined || dim === null || !tensor.shape) return tensor.shape ? sizes(tensor) : unknown;
    if (typeof dim !== "number") return unknown;
    const axis = axisIn(dim, tensor.shape.length);
    return axis === undefined ? run.raise("IndexError") : whole(tensor.shape[axis]!);
  }),
  ...["dim", "ndimension"].map((name) => asked(name, ({ shape }) => shape?.length ?? unknown)),
  ...["numel", "nelement"].map((name) => asked(name, (tensor) => whole(count(tensor)))),
  asked("__len__", ({ shape }) => (shape?.length ? whole(shape[0]!) : unknown)),
  asked("tolist", ({ shape }) => {
    const [size] = shape ?? [];
    const isLine = shape?.length === 1 && typeof size === "number" && size <= mostListed;
    return isLine ? list(Array<Value>(size).fill(unknown)) : unknown;
  }),
  ...["item", "numpy", "is_contiguous", "data_ptr", "stride"].map((name) => asked(name, () => unknown)),
  asked("backward", ({ shape }, { positional, named }, run) => {
    const values = shape?.every((size) => typeof size === "number")
      ? shape.reduce<number>((all, size) => all * Number(size), 1)
      : 1;
    if (values > 1 && !positional.length && !named.has("gradient"))
      run.raise(
        "RuntimeError",
        say`backward begins at one number, and this tensor has ${values}: take its mean or its sum`,
      );
    return null;
  }),
];

/** Methods under their names; where several have one, the first. */
const methods: ReadonlyMap<string, Native> = new Map(
  [
    ...questions,
    ...ofOne,
    ...nativesIn(ofTensors).map(([, one]) => one),
    ...reshapings,
    ...makers,
    ...cuts,
    ...reductions,
    ...binaries,
    ...gathering,
    maskedFill,
    ...shapeKeepers,
  ]
    .reverse()
    .map((one) => [one.name, counting(one)]),
);

/** Of a tensor, what is asked or called by name; nothing is known of what no table has. */
export function tensorAttribute(tensor: Tensor, name: string, run: Run): Value | undefined {
  switch (name) {
    case "shape":
      return sizes(tensor);
    case "requires_grad":
      return isLearning(tensor);
    case "ndim":
      return tensor.shape?.length ?? unknown;
    case "data":
      return plain(tensor);
    case "T":
    case "mT":
      return tensor.shape?.length === 2 ? transposed(tensor, nowhere, run) : unknown;
  }
  if (name === "size" && tensor.double) return whole(count(tensor));
  const method = methodOfNumbers(tensor, name, methods.get(name));
  return method && bind(method, tensor);
}

const nowhere: Arguments = {
  positional: [],
  named: new Map(),
  open: false,
  span: { from: 0, to: 0 },
  callee: { from: 0, to: 0 },
};

const bind = ({ name, call }: Native, self: Tensor): Native =>
  native(name, (given, run) => {
    const first = { value: self, span: given.callee };
    return call({ ...given, positional: [first, ...given.positional] }, run);
  });
