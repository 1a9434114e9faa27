import { given } from "../parts";
import {
  called,
  double,
  half,
  type Kind,
  type Kinds,
  less,
  more,
  numbersIn,
  only,
  operand,
  others,
  put,
  swapped,
  without,
} from "./kind";

const axis =
  (pattern: RegExp, at: number): Kind =>
  (program) =>
    called(pattern, program).flatMap((call) => {
      const isFunction = operand(call) === call.args[0]?.value;
      const dim = given(call, isFunction ? at : at - 1, "dim");
      if (dim?.kind !== "number") return [];
      return others(
        (n) => n + 1,
        less,
        () => 0,
        () => 2,
      )(dim);
    });

/** Mistakes in what is done to tensors between layers. */
export const tensors: Kinds = {
  "drop flatten": (program) => [
    ...called(/^flatten$/, program).flatMap((call) => only(call, program)),
    ...called(/^Flatten$/, program).map((call) => [put(call, "nn.Identity()")]),
  ],
  view: (program) =>
    called(/^(view|reshape)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(more, double, () => 1)),
    ),
  "drop view": (program) => called(/^(view|reshape)$/, program).flatMap((call) => only(call, program)),
  "cat dim": axis(/^(cat|concat|stack)$/, 1),
  "mean dim": axis(/^(mean|sum|squeeze|unsqueeze|softmax|amax|max|chunk|split)$/, 1),
  "flatten from": (program) =>
    called(/^flatten$|^Flatten$/, program).flatMap((call) =>
      call.args.flatMap(({ value }) => (value.kind === "number" ? others(() => 0, more)(value) : [])),
    ),
  "input size": (program) =>
    called(/^(randn|zeros|ones|rand|empty)$/, program).flatMap((call) =>
      numbersIn(call, program).flatMap(others(half, double, less, () => 1)),
    ),
  "input axis": (program) =>
    called(/^(randn|zeros|ones|rand)$/, program).flatMap(({ args }) => {
      const sizes = args.filter(({ value }) => value.kind === "number");
      return sizes.length > 2 ? sizes.map((_, at) => [without(sizes, at)]) : [];
    }),
  permute: (program) =>
    called(/^(permute|transpose)$/, program).flatMap(({ args }) => {
      const axes = args.filter(({ value }) => value.kind === "number");
      return axes.slice(1).map((one, at) => swapped(axes[at]!, one, program));
    }),
};
