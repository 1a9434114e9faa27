import { image } from "../../core/batch";
import type { Dim, Shape, Truth } from "../../core/dim";
import { empty, type Message, say } from "../../core/message";

export const named = {
  "number-for-every-axis": "There must be a number for every axis; further ones in front stand for new axes.",
};

type MustName<A> = (constraint: keyof typeof named, holds: Truth, at: A, message: Message) => void;

/** States that a list says something for every axis, from the last one on. */
export function mustName<A>(x: Shape, given: readonly Dim[], at: A, must: MustName<A>): void {
  const short = given.length < x.length;
  const batch = image(x).length < x.length ? say` with the batch` : empty;
  const count = given.length === 1 ? say`1 number` : say`${given.length} numbers`;
  must(
    "number-for-every-axis",
    short ? "no" : "yes",
    at,
    say`${image(x)} has ${x.length} axes${batch}, but ${given} is ${count}`,
  );
}
