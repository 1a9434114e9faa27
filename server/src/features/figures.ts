import { image } from "../core/batch";
import { type Dim, isKnown, type Shape, showDim, showShape } from "../core/dim";
import { inBytes, thousands } from "../core/figures";
import { type Message, say } from "../core/message";
import { english, type Voice } from "../core/voice";

/** With commas between thousands, also inside an expression. */
export const grouped = (dim: Dim): string => thousands(showDim(dim));

/** Three digits and a unit from a million on: `3.99 M`; less, or an expression, is shown whole. */
export function short(dim: Dim): string {
  if (typeof dim !== "number" || !isKnown(dim) || dim < 1e6) return grouped(dim);
  const [size, unit] =
    dim < 999_500 ? [1e3, "k"] : dim < 999.5e6 ? [1e6, "M"] : dim < 999.5e9 ? [1e9, "G"] : [1e12, "T"];
  return `${rounded(dim / size)} ${unit}`;
}

export const memory = (bytes: Dim): Message =>
  typeof bytes === "number" && isKnown(bytes) ? say`${inBytes(bytes)}` : say`${grouped(bytes)} bytes`;

const rounded = (n: number): string => (n < 10 ? n.toFixed(2) : n < 100 ? n.toFixed(1) : n.toFixed(0));

/** Nothing where one of the two is no number, or there is nothing to share. */
export const share = (part: Dim, whole: Dim): string | undefined => {
  if (typeof part !== "number" || typeof whole !== "number" || !(whole > 0) || !(part > 0)) return undefined;
  const percent = (100 * part) / whole;
  if (percent < 0.1) return "< 0.1 %";
  if (percent > 99 && part !== whole) return "> 99 %";
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
};

/** A tensor without its batch axis, where it has one. */
export const showImage = (shape: Shape): string => showShape(image(shape));

/** Tensors side by side, as code where that can be told apart from words. */
export function imagesOf(shapes: readonly (Shape | undefined)[], voice: Voice = english): Message {
  if (!shapes.some((shape) => shape)) return say`unknown shape`;
  if (!voice.plain) return say`\`${showImages(shapes)}\``;
  return spokenImages(shapes);
}

/** Tensors side by side, as they stand in a sentence. */
export const imagesIn = (shapes: readonly (Shape | undefined)[], voice: Voice = english): Message =>
  voice.plain ? spokenImages(shapes) : say`${showImages(shapes)}`;

function spokenImages(shapes: readonly (Shape | undefined)[], most = 4): Message {
  const [first, ...rest] = shapes
    .slice(0, most)
    .map((shape): Message => (shape ? say`${image(shape)}` : say`unknown shape`));
  const all = rest.reduce((one, next) => say`${one}; ${next}`, first!);
  return shapes.length > most ? say`${all}; and more` : all;
}

/** Tensors side by side; no line holds more of them than a reader takes in. */
export function showImages(shapes: readonly (Shape | undefined)[], most = 4): string {
  const shown = shapes.slice(0, most).map((shape) => (shape ? showImage(shape) : "?"));
  return [...shown, ...(shapes.length > most ? ["…"] : [])].join(" ");
}
