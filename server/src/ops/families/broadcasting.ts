import { image } from "../../core/batch";
import { compare, type Dim, isKnown, type Shape, type Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";
import { type Misfit, misfits } from "./misfits";

/** Shapes with as many axes as the longest: ones come in front, or behind the batch where that is kept apart. */
export function aligned(shapes: readonly Shape[], keepsBatch: boolean): readonly Shape[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return shapes.map((shape) => {
    const ones = Array<Dim>(rank - shape.length).fill(1);
    return keepsBatch ? [...shape.slice(0, 1), ...ones, ...shape.slice(1)] : [...ones, ...shape];
  });
}

const clash = (a: Dim, b: Dim): boolean => a !== 1 && b !== 1 && compare(a, b) === "no";

/** The first axis along which two aligned shapes certainly do not go together. */
export const clashOf = (a: Shape, b: Shape): number => a.findIndex((dim, k) => clash(dim, b[k]!));

const isNumber = (dim: Dim): boolean => typeof dim === "number" && isKnown(dim);

/** Of two sizes that are one, the one of which more is known. */
export const surest = (a: Dim, b: Dim): Dim => (isNumber(a) || !isKnown(b) ? a : b);

/** The shape of what is computed value by value from two aligned shapes; a size that is a number tells most. */
export const broadcast = (a: Shape, b: Shape): Shape =>
  a.map((dim, k) => (dim === 1 || (!isNumber(dim) && isNumber(b[k]!) && b[k] !== 1) ? b[k]! : dim));

/** Shapes that do not go with another. What goes with the first, since that has a 1, may still clash with a later one. */
export function clashing(shapes: readonly Shape[]): readonly Misfit[] {
  const wrong = misfits(shapes, (a, b) => clashOf(a, b) < 0);
  if (wrong.length) return wrong;
  let sum = shapes[0]!;
  for (const [index, shape] of shapes.entries()) {
    if (clashOf(sum, shape) >= 0) return [{ index, with: shapes.findIndex((other) => clashOf(other, shape) >= 0) }];
    sum = broadcast(sum, shape);
  }
  return [];
}

export const broadcasts = { "shapes-broadcast": "Every axis must agree, or be 1 in one of the two." };

type MustBroadcast<A> = (constraint: "shapes-broadcast", holds: Truth, at: A, message: Message) => void;

/** The shape of what is computed value by value; says which of the tensors do not go with the others. */
export function mustBroadcast<A>(
  written: readonly Shape[],
  keepsBatch: boolean,
  cannot: Message,
  at: (index: number) => A,
  must: MustBroadcast<A>,
): Shape {
  const shapes = aligned(written, keepsBatch);
  for (const { index, with: other } of clashing(shapes)) {
    const axis = clashOf(shapes[index]!, shapes[other]!);
    const [here, there] = [written[index]!, written[other]!];
    const [a, b] = [shapes[index]![axis]!, shapes[other]![axis]!];
    const message = say`${image(here)} ${cannot} ${image(there)}: ${a} and ${b} differ, and neither is 1${filledUp(here, there)}`;
    must("shapes-broadcast", "no", at(index), message);
  }
  return shapes.reduce(broadcast);
}

/** Where channels meet an image: with ones behind them they would be weights of the channels. */
function filledUp(here: Shape, there: Shape): Message {
  const [short, long] = here.length < there.length ? [here, there] : [there, here];
  const filled = [...short, ...Array<Dim>(long.length - short.length).fill(1)];
  return short.length < long.length && clashOf(filled, long) < 0 ? say`; ${image(filled)} would fit` : empty;
}
