import { compare, type Shape } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";

export const add = op({
  name: "Add",
  summary: "Adds tensors value by value.",
  traits: ["join"],
  inputs: { a: "*", b: "*" },
  outputs: { y: "*" },
  constraints: { "shapes-broadcast": "Every axis must agree, or be 1 in one of the two." },
  infer({ a, b }, _, must) {
    const rank = Math.max(a.length, b.length);
    const widened = (shape: Shape): Shape => [...Array<number>(rank - shape.length).fill(1), ...shape];
    const right = widened(b);
    const y = widened(a).map((dim, k) => {
      const other = right[k]!;
      must(
        "shapes-broadcast",
        dim === 1 || other === 1 ? "yes" : compare(dim, other),
        { input: "b" },
        say`${b.slice(1)} cannot be added to ${a.slice(1)}`,
      );
      return dim === 1 ? other : dim;
    });
    return { y };
  },
});
