import { add, compare, type Shape } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const concat = op({
  name: "Concat",
  summary: "Lays tensors side by side along one axis.",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.cat.html",
  traits: ["join"],
  inputs: { xs: "*+" },
  outputs: { y: "*" },
  params: {
    axis: param(int(), {
      doc: "The axis that grows, the batch being 0; a negative one counts from the last.",
      default: 1,
    }),
  },
  constraints: {
    "axis-exists": "The axis must be one of the input's.",
    "concat-ranks-agree": "All inputs must have equally many axes.",
    "concat-sizes-agree": "All inputs must agree in every axis but the joined one.",
  },
  infer({ xs }, { axis }, must) {
    const [first = [], ...rest] = xs;
    const joined = axis < 0 ? first.length + axis : axis;
    must(
      "axis-exists",
      joined >= 0 && joined < first.length ? "yes" : "no",
      { arg: "axis" },
      say`there is no axis ${axis} in ${first.length} axes, counted with the batch`,
    );
    rest.forEach((other, i) => {
      const at = { input: "xs", index: i + 1 } as const;
      const ranks = say`${other.slice(1)} cannot be joined with ${first.slice(1)}: they have ${other.length - 1} and ${first.length - 1} axes`;
      must("concat-ranks-agree", other.length === first.length ? "yes" : "no", at, ranks);
      if (other.length !== first.length) return;
      const wrong = first.findIndex((dim, k) => k !== joined && compare(dim, other[k]!) === "no");
      const sizes = say`${other.slice(1)} cannot be joined with ${first.slice(1)} along axis ${axis}: ${other[wrong] ?? 0} and ${first[wrong] ?? 0} differ`;
      must("concat-sizes-agree", wrong < 0 ? "yes" : "no", at, sizes);
    });
    const length = (shape: Shape): Shape[number] => shape[joined] ?? 0;
    return { y: first.map((dim, k) => (k === joined ? add(...xs.map(length)) : dim)) };
  },
});
