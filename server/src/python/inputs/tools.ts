import {
  type Arguments,
  firstOf,
  type Given,
  isKind,
  type Native,
  native,
  type Run,
  tuple,
  unknown,
  type Value,
} from "../values";

/** The images that a tool runs a model on where it is told the size of one alone. */
const pair = 2;

const isSize = (value: Value, run: Run): boolean =>
  (isKind(value, "tuple") || isKind(value, "list")) &&
  (run.items(value)?.every((item) => typeof item === "number") ?? false);

/** A size, or several of them, as tensors; nothing where they are not known. */
function tensorsOf({ value, span }: Given, images: readonly number[], run: Run): readonly Given[] | undefined {
  const sizes = isSize(value, run) ? [value] : isKind(value, "tuple") || isKind(value, "list") ? run.items(value) : [];
  if (!sizes?.length || !sizes.every((size) => isSize(size, run))) return undefined;
  return sizes.map((size) => {
    const shape = [...images, ...(run.items(size) as readonly number[])];
    return { value: run.tensor(shape, { positional: [], named: new Map(), open: false, span, callee: span }), span };
  });
}

/** Inputs as they are handed over: one, or several in a tuple, a list or a dict. */
function handed({ value, span }: Given): Pick<Arguments, "positional" | "named"> | undefined {
  const given = (one: Value): Given => ({ value: one, span });
  if (isKind(value, "tensor")) return { positional: [given(value)], named: new Map() };
  if (isKind(value, "tuple") || (isKind(value, "list") && !value.open))
    return { positional: value.items.map(given), named: new Map() };
  if (!isKind(value, "dict") || value.open) return undefined;
  const entries = [...value.entries.values()];
  return { positional: [], named: new Map(entries.map(([name, one]) => [String(name), given(one)])) };
}

const argument = ({ positional, named }: Arguments, at: number, ...names: readonly string[]): Given | undefined =>
  positional[at] ?? names.map((name) => named.get(name)).find((one) => one !== undefined);

/** How a tool gets the inputs on which it runs a model. */
type Inputs = (given: Arguments, run: Run) => Pick<Arguments, "positional" | "named"> | undefined;

const sized =
  (at: number, name: string, images: readonly number[]): Inputs =>
  (given, run) => {
    const size = argument(given, at, name);
    const positional = size && tensorsOf(size, images, run);
    return positional && { positional, named: new Map() };
  };

const data =
  (at: number, ...names: readonly string[]): Inputs =>
  (given) => {
    const found = argument(given, at, ...names);
    return found && handed(found);
  };

const either =
  (...ways: readonly Inputs[]): Inputs =>
  (given, run) => {
    for (const way of ways) {
      const found = way(given, run);
      if (found) return found;
    }
    return undefined;
  };

/** A function that runs a model, which is what a call of that model would do too. */
const running = (name: string, inputs: Inputs, result: (model: Value) => Value = () => unknown): Native =>
  native(name, (given, run) => {
    const model = firstOf(argument(given, 0, "model", "net", "func", "module")?.value, unknown)!;
    const found = isKind(model, "object") && model.module ? inputs(given, run) : undefined;
    if (found) run.call(model, { ...given, ...found, open: false });
    return result(model);
  });

const counted = (): Value => tuple([unknown, unknown]);

const writer = native("SummaryWriter", () => ({
  kind: "namespace",
  name: "SummaryWriter",
  names: new Map([["add_graph", running("add_graph", data(1, "input_to_model"))]]),
  open: true,
}));

/** By where it is imported from, what runs a model on an input that it is told of. */
export const tools: { readonly [path: string]: readonly Native[] } = {
  torchsummary: [running("summary", sized(1, "input_size", [pair]))],
  torchsummaryX: [running("summary", data(1, "x"))],
  torchinfo: [running("summary", either(sized(1, "input_size", []), data(2, "input_data")))],
  torchview: [running("draw_graph", either(data(1, "input_data"), sized(2, "input_size", [])))],
  thop: [running("profile", data(1, "inputs"), counted)],
  ptflops: [running("get_model_complexity_info", sized(1, "input_res", [1]), counted)],
  calflops: [running("calculate_flops", sized(1, "input_shape", []))],
  "fvcore.nn": ["FlopCountAnalysis", "ActivationCountAnalysis", "flop_count"].map((name) =>
    running(name, data(1, "inputs")),
  ),
  tensorboardX: [writer],
  "torch.utils.tensorboard": [writer],
  "torch.jit": [running("trace", data(1, "example_inputs"), (model) => model)],
  "torch.onnx": [running("export", data(1, "args"))],
};
