import type { Arg } from "../../core/graph";
import { torch } from "../../vocabularies/pytorch";
import { coreValue } from "../core-value";
import {
  type Arguments,
  dimOf,
  type Given,
  isKind,
  type LayerClass,
  list,
  type Namespace,
  type Native,
  native,
  type Run,
  type Tensor,
  tuple,
  unknown,
  type Value,
  valueAt,
  whole,
} from "../values";

/** Classes of `torch.nn` that are layers. */
export const layers: ReadonlyMap<string, LayerClass> = new Map(Object.keys(torch).map((op) => [op, { op }]));

/** Functions of one tensor that are operators, with what stands behind the tensor in a call. */
const functions: readonly (readonly [name: string, op: string, ...words: string[]])[] = [
  ["flatten", "Flatten", "start_dim", "end_dim"],
  ["log_softmax", "LogSoftmax", "dim"],
  ["max_pool2d", "MaxPool2d", "kernel_size", "stride", "padding"],
  ["relu", "ReLU"],
  ["sigmoid", "Sigmoid"],
  ["softmax", "Softmax", "dim"],
  ["tanh", "Tanh"],
];

const argOf = (name: string, { value, span }: Given): Arg => ({ name, value: coreValue(value, span) });

const operator = (op: string, words: readonly string[], of: Value, given: Arguments, run: Run): Value => {
  if (given.open || !isKind(of, "tensor")) return run.tensor(undefined, given);
  const written = given.positional.flatMap((one, i) => (words[i] ? [argOf(words[i], one)] : []));
  const named = words.flatMap((word) => (given.named.has(word) ? [argOf(word, given.named.get(word)!)] : []));
  // Functions lay together from the batch on, where the layer leaves that alone.
  const start = { name: "start_dim", value: coreValue(0, given.span) };
  const args = [...written, ...named];
  return run.operator(op, [of], op === "Flatten" && !args.length ? [start] : args, given)[0]!;
};

const table: readonly (readonly [string, Native])[] = functions.map(([name, op, ...words]) => [
  name,
  native(name, (given, run) =>
    operator(op, words, valueAt(given.positional, 0), { ...given, positional: given.positional.slice(1) }, run),
  ),
]);

const cat = native("cat", (given, run) => {
  const items = run.items(valueAt(given.positional, 0));
  if (!items?.every((item) => isKind(item, "tensor"))) return run.tensor(undefined, given);
  const dim = given.positional[1] ?? given.named.get("dim") ?? { value: 0, span: given.span };
  return run.operator("Concat", items, [argOf("dim", dim)], given)[0]!;
});

/** `torch.zeros(2, 3)` or `torch.zeros((2, 3))`. */
const created: Native["call"] = (given, run) => {
  const [first, second] = given.positional;
  const isList = first && !second && (isKind(first.value, "tuple") || isKind(first.value, "list"));
  const sizes = isList ? run.items(first.value) : given.positional.map(({ value }) => value);
  const dims = sizes?.map(dimOf);
  return run.tensor(!given.open && dims?.every((dim) => dim !== undefined) ? dims : undefined, given);
};

const own: readonly (readonly [string, Value])[] = [
  ...table,
  ["cat", cat],
  ...["ones", "rand", "randn", "zeros"].map((name): [string, Value] => [name, native(name, created)]),
];

/** What is known of a module of torch; all else in it is unknown. */
export const torchNames = (path: string): Namespace => ({
  kind: "namespace",
  name: path,
  open: true,
  names: new Map(path === "torch" ? own : path === "torch.nn.functional" ? table : []),
});

const sizesOf = ({ shape }: Tensor): Value => (shape ? tuple(shape.map(whole)) : unknown);

export function tensorAttribute(of: Tensor, name: string, _: Run): Value | undefined {
  if (name === "shape") return sizesOf(of);
  if (name === "size")
    return native(name, ({ positional }, run) =>
      positional.length ? run.item(sizesOf(of), valueAt(positional, 0)) : sizesOf(of),
    );
  if (name === "view" || name === "reshape")
    return native(name, (given, run) => {
      const sizes = list(given.positional.map(({ value }) => value));
      return operator("Reshape", ["shape"], of, { ...given, positional: [{ value: sizes, span: given.span }] }, run);
    });
  const [, op, ...words] = functions.find(([known]) => known === name) ?? [];
  return op === undefined ? unknown : native(name, (given, run) => operator(op, words, of, given, run));
}

export const tensorItem = (_: Tensor, __: Value, at: Arguments, run: Run): Value => run.tensor(undefined, at);

const joins: { readonly [op: string]: string } = { "+": "Add", "-": "Subtract", "*": "Multiply" };

export function tensorBinary(op: string, left: Value, right: Value, at: Arguments, run: Run): Value {
  const join = joins[op];
  if (join && isKind(left, "tensor") && isKind(right, "tensor")) return run.operator(join, [left, right], [], at)[0]!;
  return run.tensor(undefined, at);
}
