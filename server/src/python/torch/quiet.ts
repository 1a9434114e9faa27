import { inferCall, remember } from "../../analysis/infer";
import { asShape, named, portsOf, type Tensors } from "../../core/axes";
import type { Shape } from "../../core/dim";
import { fillIn } from "../../core/param";
import { pytorch } from "../../vocabularies/pytorch";
import type { Run } from "../values";

const memory = remember(pytorch.layout);

/**
 * The shape that an operator gives, where the call of it is no layer of the model: it computes something else in the same
 * way, or has its weights handed in. Nothing where a shape is not known.
 */
export function shapeBy(
  word: string,
  shapes: readonly (Shape | undefined)[],
  args: { readonly [name: string]: unknown },
  run: Run,
): Shape | undefined {
  const { op } = pytorch.spellings.get(word)!;
  const inputs: { [port: string]: Tensors[string] } = {};
  let at = 0;
  for (const { name, axes, many } of portsOf(op.inputs)) {
    const taken = many ? shapes.slice(at) : shapes.slice(at, ++at);
    const seen = taken.map((shape) => shape && (axes === "*" ? shape : named(axes, shape, pytorch.layout)));
    if (!seen.length || seen.some((tensor) => tensor === undefined)) return undefined;
    inputs[name] = many ? seen : seen[0];
  }
  const { outputs, broken } = inferCall(op, inputs, fillIn(op.params, args), memory);
  if (broken[0]) run.raise("RuntimeError", broken[0].message);
  return outputs[0] && asShape(outputs[0], pytorch.layout);
}
