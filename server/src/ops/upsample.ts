import { atLeast, compare, type Dim, isKnown, mul, unknown, whole } from "../core/dim";
import { empty, type Message, say, setting } from "../core/message";
import { op, type Sight } from "../core/op";
import { type ParamType, param } from "../core/param";
import { bool, choice, either, list, number, optional, size } from "../core/types";
import { nameOf } from "./families/spatial";

/** One for all axes, or one for each. */
type PerAxis<T> = T | readonly T[];

const isList = <T>(value: PerAxis<T>): value is readonly T[] => Array.isArray(value);

/** A size may hang on a symbol, such as the height of the image that went in. */
function sizes(): ParamType<PerAxis<Dim>> {
  const one = size({ min: 1 });
  const each = list(one);
  return { ...either(one, each), show: (value) => (isList(value) ? each.show(value) : one.show(value)) };
}

/** The ways that find values between pixels, and the number of axes that each of them works along. */
const between: { readonly [mode: string]: number } = { linear: 1, bilinear: 2, bicubic: 2, lanczos: 2, trilinear: 3 };

const spatial: readonly (readonly string[])[] = [[], ["L"], ["H", "W"], ["D", "H", "W"]];
const nouns: readonly Message[] = [say`no axes`, say`one axis`, say`two axes`, say`three axes`];

export const upsample = op({
  name: "Upsample",
  summary: "Enlarges a sequence, an image or a volume without learning anything.",
  formula: "H' = ⌊H · scale_factor⌋, or size",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html",
  traits: ["reshape"],
  inputs: { x: "N C ..." },
  outputs: { y: "N C ..." },
  params: {
    size: param(optional(sizes()), {
      doc: "Size of the result; one number, or one for each axis.",
      unit: "px",
    }),
    scale_factor: param(optional(either(number({ min: 0, suggest: [2] }), list(number({ min: 0 })))), {
      doc: "How many times larger the result is; one number, or one for each axis.",
    }),
    mode: param(choice("nearest", "linear", "bilinear", "bicubic", "trilinear", "area", "nearest-exact", "lanczos"), {
      doc: "How pixels between pixels are found.",
      default: "nearest",
    }),
    align_corners: param(optional(bool), {
      doc: "Whether the outermost pixels keep their place; shapes stay the same.",
    }),
    recompute_scale_factor: param(optional(bool), {
      doc: "Whether pixels are found by the factor between the sizes, not by the one that is written.",
    }),
    antialias: param(bool, { doc: "Whether an image that shrinks is smoothed first.", default: false }),
  },
  constraints: {
    "size-or-factor": "Either the size or the factor must be given, not both.",
    "corners-need-interpolation": "Only modes that interpolate can align corners.",
    "smoothing-needs-interpolation": "Only modes that interpolate images can smooth them first.",
    "factor-to-recompute": "Only a factor that is given can be computed again.",
    "one-to-three-axes": "There must be one, two or three axes to enlarge.",
    "mode-fits-axes": "Modes that interpolate are each for one number of axes.",
    "one-for-each-axis": "A list must have a number for every axis that is enlarged.",
    "something-remains": "The result must have a pixel along every axis.",
  },
  infer({ x }, args, must) {
    const { size, scale_factor, mode, align_corners, recompute_scale_factor, antialias } = args;
    const given = (size === undefined ? 0 : 1) + (scale_factor === undefined ? 0 : 1);
    const message = given
      ? say`size and scale_factor are both given, and only one of the two can hold`
      : say`neither size nor scale_factor is given, and one of the two is needed`;
    must("size-or-factor", given === 1 ? "yes" : "no", "op", message);
    const along = between[mode];
    must(
      "corners-need-interpolation",
      align_corners === undefined || along ? "yes" : "no",
      { arg: "align_corners" },
      say`align_corners is only for mode: linear, bilinear, bicubic and trilinear, not ${mode}`,
    );
    must(
      "smoothing-needs-interpolation",
      !antialias || along === 2 ? "yes" : "no",
      { arg: "antialias" },
      say`antialias is only for mode: bilinear and bicubic, not ${mode}`,
    );
    must(
      "factor-to-recompute",
      recompute_scale_factor && given === 1 && size !== undefined ? "no" : "yes",
      { arg: "recompute_scale_factor" },
      say`recompute_scale_factor is for a scale_factor, and here the size is given`,
    );

    const rank = x.rest.length;
    // A tensor of which nothing is known is seen with one axis of unknown size.
    const isOpen = rank === 1 && !isKnown(x.rest[0]!);
    const axes = spatial[rank];
    if (!axes?.length) {
      const some = nouns[rank] ?? say`${rank} axes`;
      const many = say`the input has ${some} beside batch and channels: one, two or three can be enlarged`;
      must("one-to-three-axes", "no", { input: "x" }, many);
      return { y: x };
    }
    const fits = isOpen || along === undefined || along === rank;
    must("mode-fits-axes", fits ? "yes" : "no", { arg: "mode" }, fits ? empty : misfit(mode, along, rank));
    for (const [arg, value] of [
      ["size", size],
      ["scale_factor", scale_factor],
    ] as const) {
      const count = value !== undefined && isList<Dim>(value) ? value.length : rank;
      const long = say`${arg} has ${count === 1 ? say`1 number` : say`${count} numbers`}, but the input has ${nouns[rank]!} beside batch and channels`;
      must("one-for-each-axis", isOpen || count === rank ? "yes" : "no", { arg }, long);
      if (!isOpen && count !== rank) return { y: x };
    }
    const rest = x.rest.map((old, i) => {
      const factor = at(scale_factor, i) ?? 1;
      const result = at(size, i) ?? grown(old, factor);
      const why = say`nothing remains of a ${nameOf(axes[i]!)} of ${old} px: ⌊${old} · ${factor}⌋ = 0`;
      // The mean over an area is one of no pixels where there are none.
      must("something-remains", mode === "area" ? "yes" : atLeast(result, 1), { arg: "scale_factor" }, why);
      return result;
    });
    return { y: { ...x, rest } };
  },
  changesNothing: ({ x }, { size, scale_factor }) =>
    x.rest.every((old, i) => at(scale_factor, i) === 1 || compare(old, at(size, i) ?? unknown) === "yes"),
  reach: ({ x }, { size, scale_factor, mode }) => {
    const taps = between[mode] || mode === "area" ? 2 : 1;
    const factor = (old: Dim, i: number): number => {
      const target = at(size, i);
      return at(scale_factor, i) ?? (typeof old === "number" && typeof target === "number" ? target / old : Number.NaN);
    };
    return Object.fromEntries(
      x.rest.map((old, i): [string, Sight] => [String(i), { kind: "enlarge", factor: factor(old, i), taps }]),
    );
  },
});

const at = <T>(value: PerAxis<T> | undefined, axis: number): T | undefined =>
  value !== undefined && isList(value) ? value[axis] : value;

const grown = (size: Dim, factor: number): Dim =>
  Number.isInteger(factor) ? mul(size, factor) : whole(size, (n) => Math.floor(n * factor));

function misfit(mode: string, along: number, rank: number): Message {
  const instead = ["", "linear", "bilinear", "trilinear"][rank]!;
  return say`${setting("mode", mode)} works along ${nouns[along]!}, and the input has ${nouns[rank]!} beside batch and channels: ${instead} fits`;
}
