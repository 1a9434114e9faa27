import { type Dim, mul, whole } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { choice, int, number, optional, perAxis } from "../core/types";

export const upsample = op({
  name: "Upsample",
  summary: "Enlarges an image without learning anything.",
  formula: "H' = ⌊H · scale_factor⌋, or size",
  traits: ["reshape"],
  inputs: { x: "N C H W" },
  outputs: { y: "N C H W" },
  params: {
    size: param(optional(perAxis(int({ min: 1 }))), { doc: "Height and width of the result.", unit: "px" }),
    scale_factor: param(optional(perAxis(number({ min: 0, suggest: [2] }))), {
      doc: "How many times larger the result is.",
    }),
    mode: param(choice("nearest", "bilinear", "bicubic", "area", "nearest-exact"), {
      doc: "How pixels between pixels are found.",
      default: "nearest",
    }),
  },
  constraints: { "size-or-factor": "Either the size or the factor must be given, not both." },
  infer({ x }, { size, scale_factor }, must) {
    must(
      "size-or-factor",
      (size === undefined) === (scale_factor === undefined) ? "no" : "yes",
      "op",
      size ? say`both a size and a factor are given` : say`neither a size nor a factor is given`,
    );
    const [H, W] = [x.H, x.W].map((old, axis) => size?.[axis] ?? grown(old, scale_factor?.[axis] ?? 1));
    return { y: { ...x, H: H!, W: W! } };
  },
  reach: ({ x }, { size, scale_factor, mode }) => {
    const taps = mode === "nearest" || mode === "nearest-exact" ? 1 : 2;
    const factor = (old: Dim, axis: number): number => {
      const given = scale_factor?.[axis];
      const target = size?.[axis];
      return given ?? (typeof old === "number" && target !== undefined ? target / old : Number.NaN);
    };
    return {
      H: { kind: "enlarge", factor: factor(x.H, 0), taps },
      W: { kind: "enlarge", factor: factor(x.W, 1), taps },
    };
  },
});

const grown = (size: Dim, factor: number): Dim =>
  Number.isInteger(factor) ? mul(size, factor) : whole(size, (n) => Math.floor(n * factor));
