import { type Model, type Step, shapesOf, stepsOf } from "./analysis";
import { valuesOf } from "./batch";
import { bytesPerValue } from "./bytes";
import { add, type Dim, mul, type Shape } from "./dim";
import type { Row } from "./graph";

/** Bytes of maps for one image; the batch does not count. */
export function activationsOf(shapes: readonly (Shape | undefined)[], bytes: number): Dim {
  if (!shapes.length) return Number.NaN;
  return add(...shapes.map((shape): Dim => (shape ? mul(bytes, valuesOf(shape)) : Number.NaN)));
}

/** Bytes that a row hands on. What is left out stores nothing, and what only training computes stores nothing otherwise. */
export function activationsIn(model: Model, row: Row): Dim {
  const steps = stepsOf(model, row);
  const idle = isLeftOut(row, steps) || (steps.length > 0 && steps.every(({ node }) => node.training));
  return idle ? 0 : activationsOf(shapesOf(model, row), bytesPerValue(model.graph));
}

/** Nothing of it is in the model: it is repeated no times, or a condition on sizes took out all of it. */
export const isLeftOut = ({ repeats }: Row, steps: readonly Step[]): boolean =>
  repeats === 0 || (steps.some(({ absent }) => absent) && steps.every(({ absent, node }) => absent || node.either));
