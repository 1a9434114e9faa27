import { param } from "../../core/param";
import { int, perAxis } from "../../core/types";

/** What tells where the windows of an image lie. */
export const blocks = {
  kernel_size: param(perAxis(int({ min: 1, suggest: [2, 3] })), { doc: "Height and width of a window.", unit: "px" }),
  dilation: param(perAxis(int({ min: 1 })), {
    doc: "Distance between two pixels of a window; 1 means side by side.",
    unit: "px",
    default: [1, 1] as readonly number[],
  }),
  padding: param(perAxis(int({ min: 0, suggest: [0, 1] })), {
    doc: "Zeros added on every side.",
    unit: "px",
    default: [0, 0] as readonly number[],
  }),
  stride: param(perAxis(int({ min: 1, suggest: [1, 2] })), {
    doc: "Step from one window to the next.",
    unit: "px",
    default: [1, 1] as readonly number[],
  }),
};
