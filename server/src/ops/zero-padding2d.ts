import { add } from "../core/dim";
import { op } from "../core/op";
import { param } from "../core/param";
import { either, int, list, perAxis } from "../core/types";

type Border = readonly number[] | readonly (readonly number[])[];

const side = int({ min: 0, suggest: [1] });

/** Above, below, left and right of what may be one number, one for each axis, or one for each side. */
const sides = (border: Border): readonly number[] => {
  const [rows = 0, columns = 0] = border;
  return [rows, columns].flatMap((axis) => (typeof axis === "number" ? [axis, axis] : axis));
};

export const zeroPadding2d = op({
  name: "ZeroPadding2D",
  summary: "Puts a border of zeros around an image.",
  source: "https://keras.io/api/layers/reshaping_layers/zero_padding2d/",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    padding: param(either(perAxis(side), perAxis(list(side))), {
      doc: "Border on all sides; above and below, left and right; or [[above, below], [left, right]].",
      unit: "px",
      default: [1, 1] as Border,
    }),
  },
  infer({ x }, { padding }) {
    const [above = 0, below = 0, left = 0, right = 0] = sides(padding as Border);
    return { y: { ...x, H: add(x.H, above + below), W: add(x.W, left + right) } };
  },
  reach(_, { padding }) {
    const [above = 0, , left = 0] = sides(padding as Border);
    return {
      H: { kind: "window", kernel: 1, stride: 1, pad: above },
      W: { kind: "window", kernel: 1, stride: 1, pad: left },
    };
  },
});
