import { compare, type Shape } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";

export const add = op({
  name: "Add",
  summary: "Adds tensors value by value.",
  source: "https://docs.pytorch.org/docs/stable/notes/broadcasting.html",
  traits: ["join"],
  inputs: { a: "*", more: "*+" },
  outputs: { y: "*" },
  constraints: { "shapes-broadcast": "Every axis must agree, or be 1 in one of the two." },
  infer({ a, more }, _, must) {
    const sum = more.reduce((left: Shape, right, index) => {
      const rank = Math.max(left.length, right.length);
      const widened = (shape: Shape): Shape => [...Array<number>(rank - shape.length).fill(1), ...shape];
      const wide = widened(right);
      const together = widened(left).map((dim, k) => [dim, wide[k]!] as const);
      const wrong = together.find(([one, other]) => one !== 1 && other !== 1 && compare(one, other) === "no");
      const message = say`${right.slice(1)} cannot be added to ${left.slice(1)}: ${wrong?.[1] ?? 0} and ${wrong?.[0] ?? 0} differ, and neither is 1`;
      must("shapes-broadcast", wrong ? "no" : "yes", { input: "more", index }, message);
      return together.map(([one, other]) => (one === 1 ? other : one));
    }, a);
    return { y: sum };
  },
});
