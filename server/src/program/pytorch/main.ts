import type { Dim, Shape } from "../../core/dim";
import { showDim } from "../../core/dim";
import { say } from "../../core/message";
import { type Body, Unsayable } from "../calls";
import { at, call, lines } from "../document";
import { nameOf } from "../names";

/** Builds the model and runs it on what it is for. */
export function mainOf({ names, shapes, inputs, slots, results }: Body, model: string): readonly string[] {
  const own = names.length > 1 ? names.map(nameOf) : ["x"];
  const made = own.flatMap((name, i) => {
    const classes = slots.flatMap(({ reads, copies: [first] }) => {
      const [one] = first ?? [];
      return reads[0] === inputs[i] && one?.kind === "leaf" ? (one.args.get("num_embeddings")?.value ?? []) : [];
    });
    const sizes = sizesOf(shapes[i]!, names[i]!);
    return classes.length
      ? lines(1, `${name} = `, call("torch.randint", [String(classes[0]), `(${sizes.join(", ")},)`]))
      : lines(1, `${name} = `, call("torch.randn", sizes));
  });
  const run = `model(${own.join(", ")})`;
  const shown =
    results.length > 1
      ? [at(1, `for y in ${run}:`), at(2, "print(tuple(y.shape))")]
      : [at(1, `print(tuple(${run}.shape))`)];
  return ["def main():", at(1, `model = ${model}()`), ...lines(1, "", call("model.eval", [])), ...made, ...shown];
}

function sizesOf([, ...sizes]: Shape, name: string): readonly string[] {
  const unknown = sizes.find((size) => typeof size !== "number" || !Number.isFinite(size));
  if (unknown !== undefined)
    throw new Unsayable(
      say`${name} has no size that is known: ${showDim(unknown as Dim)}; --input gives one, such as --input 3x224x224`,
    );
  return ["1", ...sizes.map(String)];
}
