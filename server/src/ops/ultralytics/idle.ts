import type { Op } from "../../core/op";

const resting = new WeakMap<Op, Op>();

/**
 * The same operator where a module keeps it but leaves it out for an image: a branch that only training
 * or a prompt needs. What it holds counts, what it would compute does not.
 */
export function idle<O extends Op>(module: O): O {
  const op: Op = module;
  const known = resting.get(op);
  if (known) return known as O;
  const { macs: _, ...kept } = op;
  const rested: Op = {
    ...kept,
    traits: [...op.traits, "idle"],
    infer: (inputs, args, must, call) =>
      op.infer(inputs, args, must, (name, inner, ...rest) => call(name, idle(inner), ...rest)),
  };
  resting.set(op, rested);
  return rested as O;
}
