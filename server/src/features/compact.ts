import { image } from "../core/batch";
import { isKnown, type Shape } from "../core/dim";
import type { Layout } from "../core/vocabulary";

/** `80²×256`, or `80×40×256`: sides first, channels last; nothing for what is no image, or not known. */
export function compactShape(shape: Shape, layout: Layout): string | undefined {
  const sizes = image(shape);
  if (!sizes.length || sizes.length > 3 || !sizes.every((size) => typeof size === "number" && isKnown(size)))
    return undefined;
  const [a, b, c] = sizes;
  if (c === undefined) return sizes.join("×");
  const [height, width, channels] = layout === "channels-last" ? [a, b, c] : [b, c, a];
  return height === width ? `${height}²×${channels}` : `${height}×${width}×${channels}`;
}
