import { add, compare } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const concat = op({
  name: "Concat",
  summary: "Lays tensors side by side along one axis.",
  traits: ["join"],
  inputs: { xs: "*+" },
  outputs: { y: "*" },
  params: { axis: param(int(), { doc: "The axis that grows; a negative one counts from the last.", default: 1 }) },
  constraints: {
    "concat-ranks-agree": "All inputs must have equally many axes.",
    "concat-sizes-agree": "All inputs must agree in every axis but the joined one.",
  },
  infer({ xs }, { axis }, must) {
    const [first = [], ...rest] = xs;
    const joined = axis < 0 ? first.length + axis : axis;
    rest.forEach((other, i) => {
      const at = { input: "xs", index: i + 1 } as const;
      must(
        "concat-ranks-agree",
        other.length === first.length ? "yes" : "no",
        at,
        say`${other.length} axes next to ${first.length}`,
      );
      first.forEach((dim, k) => {
        const there = other[k];
        if (k !== joined && there !== undefined)
          must(
            "concat-sizes-agree",
            compare(dim, there),
            at,
            say`axis ${k} is ${there} here and ${dim} in the first input`,
          );
      });
    });
    return { y: first.map((dim, k) => (k === joined ? add(...xs.map((x) => x[k] ?? 0)) : dim)) };
  },
});
