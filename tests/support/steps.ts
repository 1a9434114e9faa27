import { Interpreter } from "../../server/src/python/run/interpreter";

/** How many steps programs of Python take in some work, in all runs of them that it asks for. */
export function stepsOf(work: () => void): number {
  const { step } = Interpreter.prototype;
  let taken = 0;
  Interpreter.prototype.step = function (this: Interpreter, steps = 1) {
    taken += steps;
    step.call(this, steps);
  };
  try {
    work();
  } finally {
    Interpreter.prototype.step = step;
  }
  return taken;
}
