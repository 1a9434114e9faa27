import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool } from "../core/types";
import { aligned, broadcast, clashing, clashOf } from "./broadcasting";

export const add = op({
  name: "Add",
  summary: "Adds two or more tensors value by value.",
  formula: "y = a + b + …; along every axis sizes agree, or one of them is 1",
  source: "https://docs.pytorch.org/docs/stable/notes/broadcasting.html",
  traits: ["join"],
  inputs: { a: "*", more: "*+" },
  outputs: { y: "*" },
  params: {
    keeps_batch: param(bool, {
      doc: "Whether a tensor of fewer axes gets the missing ones behind the batch, not in front of it.",
      default: false,
    }),
  },
  constraints: { "shapes-broadcast": "Every axis must agree, or be 1 in one of the two." },
  infer({ a, more }, { keeps_batch }, must) {
    const written = [a, ...more];
    const shapes = aligned(written, keeps_batch);
    for (const { index, with: other } of clashing(shapes)) {
      const axis = clashOf(shapes[index]!, shapes[other]!);
      const [here, there] = [shapes[index]![axis]!, shapes[other]![axis]!];
      const message = say`${written[index]!.slice(1)} cannot be added to ${written[other]!.slice(1)}: ${here} and ${there} differ, and neither is 1`;
      must("shapes-broadcast", "no", index ? { input: "more", index: index - 1 } : { input: "a" }, message);
    }
    return { y: shapes.reduce(broadcast) };
  },
});
