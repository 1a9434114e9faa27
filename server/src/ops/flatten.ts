import { mul } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int } from "../core/types";

export const flatten = op({
  name: "Flatten",
  summary: "Lays several axes into one.",
  traits: ["flatten", "reshape"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    start_dim: param(int(), { doc: "First axis to lay together; a negative one counts from the last.", default: 1 }),
    end_dim: param(int(), { doc: "Last axis to lay together.", default: -1 }),
  },
  constraints: { "axes-in-order": "The first axis must exist and must not come after the last." },
  infer({ x }, { start_dim, end_dim }, must) {
    const [first, last] = [start_dim, end_dim].map((axis) => (axis < 0 ? x.length + axis : axis)) as [number, number];
    must(
      "axes-in-order",
      0 <= first && first <= last && last < x.length ? "yes" : "no",
      { arg: "start_dim" },
      say`axes ${start_dim} to ${end_dim} of ${x.length}`,
    );
    return { y: [...x.slice(0, first), mul(...x.slice(first, last + 1)), ...x.slice(last + 1)] };
  },
  reach: () => "everything",
});
