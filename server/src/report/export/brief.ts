import type { Figure, Sizes } from "../../analysis/summarise";
import { plural } from "../numbers";
import type { DrawnNode } from "./graph";

/** How arguments are said in a picture, where room is short: by what they mean, whatever a framework calls them. */
const forms: readonly (readonly [names: readonly string[], say: (value: string) => string])[] = [
  [["out_channels", "filters", "out_features", "units", "c2", "channels"], (value) => value],
  [["kernel_size", "pool_size", "k"], (value) => crossed(value)],
  [["stride", "strides", "s"], (value) => (value === "1" || value === "[1, 1]" ? "" : `/${crossedOnce(value)}`)],
  [["output_size"], (value) => `to ${crossed(value)}`],
  [["scale_factor"], (value) => `×${value}`],
  [["dilation", "groups"], (value) => (value === "1" ? "" : value)],
  [["p", "rate"], (value) => value],
  [["dim", "axis", "shape", "dims"], (value) => value],
];

/** `64, 7×7, /2`. */
export function brief({ arguments: all }: Pick<DrawnNode, "arguments">): string {
  const said = forms.flatMap(([names, say]) =>
    all
      .filter(({ name }) => names.includes(name))
      .map(({ name, value }) => {
        const text = value.startsWith("{") ? "" : say(value);
        return text && (name === "groups" || name === "dilation" || name === "axis" || name === "dim")
          ? `${name} ${text}`
          : text;
      }),
  );
  return said.filter(Boolean).join(", ");
}

/** A filter of one size is square. */
const crossed = (value: string): string => (/^\d+$/.test(value) ? `${value}×${value}` : crossedOnce(value));

const crossedOnce = (value: string): string => {
  const items = /^\[(.*)\]$/.exec(value)?.[1]?.split(/,\s*/) ?? [value];
  return items.join("×");
};

/** `64 × 112 × 112`; a picture of several outputs says how many there are. */
export const shapeText = ([first, ...more]: readonly Sizes[]): string =>
  first ? first.map(sizeText).join(" × ") + (more.length ? ` and ${plural(more.length, "more", "more")}` : "") : "?";

/** A sum is held together. */
const sizeText = (size: Figure): string => (/ /.test(String(size)) ? `(${size})` : String(size ?? "?"));

/** `ReLU`, `Residual ×2`. */
export const titleOf = ({ operator, repeats }: Pick<DrawnNode, "operator" | "repeats">): string =>
  repeats > 1 ? `${operator} ×${repeats}` : operator;
