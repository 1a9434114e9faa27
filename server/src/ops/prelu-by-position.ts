import { say } from "../core/message";
import { op, positive, weight } from "../core/op";
import { param } from "../core/param";
import { either, int, list, optional } from "../core/types";

/** Keras' own: a slope for every position of every channel, but for the axes along which they are shared. */
export const preluByPosition = op({
  name: "PReLUByPosition",
  summary: "Multiplies negative values by a learned slope, each position having its own.",
  formula: "y = max(0, x) + alpha · min(0, x)",
  source: "https://keras.io/api/layers/activation_layers/prelu/",
  traits: ["activation"],
  keeps: () => positive,
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    shared_axes: param(optional(either(int({ min: 1 }), list(int({ min: 1 })))), {
      doc: "Axes along which one slope serves all positions, the batch being 0.",
    }),
  },
  constraints: { "shared-axes-exist": "Slopes can only be shared along axes of the input." },
  infer({ x }, { shared_axes = [] }, must) {
    const missing = [shared_axes].flat().find((axis) => axis >= x.length);
    const message = say`slopes cannot be shared along axis ${missing ?? 0}: with the batch as axis 0, ${x.slice(1)} has axes up to ${x.length - 1}`;
    must("shared-axes-exist", missing === undefined ? "yes" : "no", { arg: "shared_axes" }, message);
    return { y: x };
  },
  weights({ x }, { shared_axes = [] }) {
    const shared = [shared_axes].flat();
    return [weight("alpha", x.map((size, axis) => (shared.includes(axis) ? 1 : size)).slice(1))];
  },
});
