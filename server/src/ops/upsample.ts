import { atLeast, type Dim, mul, whole } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { bool, choice, int, number, optional, perAxis } from "../core/types";
import { nameOf, resized } from "./spatial";

const spatial = ["H", "W"];

export const upsample = op({
  name: "Upsample",
  summary: "Enlarges an image without learning anything.",
  formula: "H' = ⌊H · scale_factor⌋, or size",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html",
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
    align_corners: param(optional(bool), {
      doc: "Whether the outermost pixels keep their place; shapes stay the same.",
    }),
  },
  constraints: {
    "size-or-factor": "Either the size or the factor must be given, not both.",
    "corners-need-interpolation": "Only modes that interpolate can align corners.",
    "something-remains": "The result must have a height and a width.",
  },
  infer({ x }, { size, scale_factor, mode, align_corners }, must) {
    const given = (size === undefined ? 0 : 1) + (scale_factor === undefined ? 0 : 1);
    const message = given
      ? say`size and scale_factor are both given, and only one of the two can hold`
      : say`neither size nor scale_factor is given, and one of the two is needed`;
    must("size-or-factor", given === 1 ? "yes" : "no", "op", message);
    must(
      "corners-need-interpolation",
      align_corners === undefined || mode === "bilinear" || mode === "bicubic" ? "yes" : "no",
      { arg: "align_corners" },
      say`align_corners is only for mode: bilinear and bicubic, not ${mode}`,
    );
    return {
      y: resized(x, spatial, (old, i) => {
        const factor = scale_factor?.[i] ?? 1;
        const result = size?.[i] ?? grown(old, factor);
        const why = say`nothing remains of a ${nameOf(spatial[i]!)} of ${old} px: ⌊${old} · ${factor}⌋ = 0`;
        must("something-remains", atLeast(result, 1), { arg: "scale_factor" }, why);
        return result;
      }),
    };
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
