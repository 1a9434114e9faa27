import { param } from "../../core/param";
import { nonzero } from "../../core/types";
import { pooling } from "./pooling";
import type { ImageAxes } from "./spatial";

/** Between the sum, at a power of 1, and the largest, the higher the power. */
export const lpPooling = <const A extends ImageAxes>(name: string, axes: A) =>
  pooling(
    {
      name,
      summary: "Adds up every window, each value raised to a power, and takes the root of the sum.",
      dilates: false,
      pads: false,
      // Of a negative value the sign is lost.
      bends: true,
      // Of volumes the mean is taken, which wants whole windows.
      strict: axes === "N C D H W",
      params: { norm_type: param(nonzero, { doc: "The power." }) },
    },
    axes,
  );
