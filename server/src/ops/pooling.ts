import { type Dim, known } from "../core/dim";
import { type Message, say } from "../core/message";
import type { Reach } from "../core/op";
import { param, same } from "../core/param";
import { bool, int, orNull, perAxis } from "../core/types";
import { along, fits, positions, positionsUp, sight } from "./window";

/** What all pooling windows have in common. */
export const window = {
  kernel_size: param(perAxis(int({ min: 1, suggest: [2, 3] })), { doc: "Height and width of a window.", unit: "px" }),
  stride: param(orNull(perAxis(int({ min: 1, suggest: [2] }))), {
    doc: "Step between two windows.",
    unit: "px",
    default: same("kernel_size"),
  }),
  padding: param(perAxis(int({ min: 0 })), { doc: "Border added on every side.", unit: "px", default: [0, 0] }),
};
export const ceilMode = param(bool, { doc: "Whether a last window may stand over the edge.", default: false });

export const constraints = {
  "kernel-fits-input": "A window must not be larger than the padded image.",
  "padding-at-most-half": "The border must not be wider than half of the window.",
};

interface Settings {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation?: readonly number[];
  readonly ceil_mode: boolean;
}

type MustHold = (
  constraint: keyof typeof constraints,
  holds: "yes" | "no" | "maybe",
  at: { readonly arg: "kernel_size" | "padding" },
  message: Message,
) => void;

/** The size that pooling leaves of an image. */
export function pooled<X extends { readonly H: Dim; readonly W: Dim }>(
  x: X,
  { kernel_size, stride, padding, dilation = [1, 1], ceil_mode }: Settings,
  must: MustHold,
): X {
  const [H, W] = [x.H, x.W].map((size, axis) => {
    const sliding = along(axis, kernel_size, stride, dilation, padding);
    must(
      "padding-at-most-half",
      known([padding[axis]!, sliding.kernel], (pad, kernel) => pad <= kernel / 2),
      { arg: "padding" },
      say`a border of ${padding[axis]!} px around windows of ${sliding.kernel} px`,
    );
    const count = ceil_mode ? positionsUp(size, sliding) : positions(size, sliding);
    must(
      "kernel-fits-input",
      ceil_mode ? known([count], (n) => n >= 1) : fits(size, sliding),
      { arg: "kernel_size" },
      say`a ${sliding.kernel} px window does not fit ${size} px`,
    );
    return count;
  });
  return { ...x, H: H!, W: W! };
}

/** What one position of the pooled image sees. */
export const seen = (
  x: { readonly H: Dim; readonly W: Dim },
  { kernel_size, stride, padding, dilation = [1, 1] }: Omit<Settings, "ceil_mode">,
): Reach => ({
  H: sight(x.H, along(0, kernel_size, stride, dilation, padding)),
  W: sight(x.W, along(1, kernel_size, stride, dilation, padding)),
});
