import { image } from "../core/batch";
import { add, atLeast, type Dim } from "../core/dim";
import { empty, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int, list, number } from "../core/types";

export const pad = op({
  name: "Pad",
  summary: "Puts a border of one value around the last axes, as many as there are pairs.",
  formula: "size' = size + border before + border after, from the last axis on",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html",
  traits: ["reshape"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    pad: param(list(int({ suggest: [1] })), {
      doc: "Borders in pairs, before and after: of the last axis, then of the one before it; a negative one cuts off.",
      unit: "px",
    }),
    value: param(number({ suggest: [0] }), { doc: "The value of the border.", default: 0 }),
  },
  constraints: {
    "borders-in-pairs": "Borders come in pairs, one before and one after an axis.",
    "borders-within-axes": "There can be no more pairs than axes.",
    "something-remains": "No more may be cut off than there is.",
  },
  infer({ x }, { pad }, must) {
    const at = { arg: "pad" } as const;
    const odd = say`${pad} has an odd number of borders, and the last one has no counterpart`;
    must("borders-in-pairs", pad.length % 2 ? "no" : "yes", at, odd);
    const batch = image(x).length < x.length ? say` with the batch` : empty;
    const pairs = Math.ceil(pad.length / 2);
    const many =
      x.length === 1
        ? say`${pairs} pairs of borders do not go around the only axis of ${image(x)}`
        : say`${pairs} pairs of borders do not go around the ${x.length} axes of ${image(x)}${batch}`;
    must("borders-within-axes", pairs > x.length ? "no" : "yes", at, many);
    if (pairs > x.length || pad.length % 2) return { y: x };
    const ends = (axis: number): readonly [number, number] => {
      const first = 2 * (x.length - 1 - axis);
      return [pad[first] ?? 0, pad[first + 1] ?? 0];
    };
    // What is cut off goes before anything is added.
    const left = x.map((size, axis) => add(size, ...ends(axis).map((end) => Math.min(end, 0))));
    const gone = left.findIndex((size) => atLeast(size, 0) === "no");
    const message = gone < 0 ? empty : nothing(x[gone]!, ends(gone), gone);
    must("something-remains", gone < 0 ? "yes" : "no", at, message);
    return { y: x.map((size, axis) => add(size, ...ends(axis))) };
  },
  changesNothing: (_, { pad }) => pad.every((end) => !end),
  reach: () => "everything",
});

const nothing = (size: Dim, [before, after]: readonly [number, number], axis: number) =>
  say`nothing remains of axis ${axis}, which is ${size}: ${Math.max(0, -before)} and ${Math.max(0, -after)} are cut off`;
