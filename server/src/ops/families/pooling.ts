import { known, unknown } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { type Params, param, same } from "../../core/param";
import { bool, choice, either, int, orNull, perAxis } from "../../core/types";
import { mustFit } from "./fitting";
import { type AnyImage, type ImageAxes, ones, resized, sides, spatialOf } from "./spatial";
import { alongAxes, slidden } from "./unfolding";
import { along, fits, type Padding, positions, positionsUp, reachOf, type Window } from "./window";

interface Kind<P extends Params> {
  readonly name: string;
  readonly summary: string;
  /** Whether the pixels of a window may lie apart. */
  readonly dilates: boolean;
  /** Whether a border may be added. */
  readonly pads?: false;
  /** A window must fit the image itself; a border or rounding up does not help. */
  readonly strict?: boolean;
  /** Of a window of one value something else is kept. */
  readonly bends?: true;
  /** Whether the largest value of a window is kept. */
  readonly largest?: true;
  readonly params?: P;
}

/** Pooling over one, two and three axes: what is kept of a window does not matter for its size. */
export function pooling<const A extends ImageAxes, const P extends Params = {}>(kind: Kind<P>, axes: A) {
  const { name, summary, dilates, pads = true, strict = false, largest, bends = false, params = {} as P } = kind;
  const spatial = spatialOf(axes);
  const n = spatial.length;
  const dilation = param(perAxis(int({ min: 1 }), n), {
    doc: "Distance between two pixels of a window; 1 means side by side.",
    unit: "px",
    default: ones(spatial, 1),
  });
  const padding = param(either(perAxis(int({ min: 0 }), n), choice("same", "valid")), {
    doc: "Border added on every side.",
    unit: "px",
    default: ones(spatial, 0) as Padding,
  });
  const windowOf = (i: number, args: Settings): Window =>
    along(i, args.kernel_size, args.stride, args.dilation ?? ones(spatial, 1), args.padding ?? ones(spatial, 0));
  return op({
    name,
    summary,
    formula: `${spatial[0]}' = ⌊(${spatial[0]}${pads ? " + 2·padding" : ""} − ${dilates ? "dilation·(kernel − 1) − 1" : "kernel"}) / stride⌋ + 1`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: largest ? ["largest", "pooling"] : ["pooling"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      ...params,
      kernel_size: param(perAxis(int({ min: 1, suggest: [2, 3] }), n), {
        doc: `${sides(spatial)} of a window.`,
        unit: "px",
      }),
      stride: param(orNull(perAxis(int({ min: 1, suggest: [2] }), n)), {
        doc: "Step from one window to the next.",
        unit: "px",
        default: same("kernel_size"),
      }),
      ...((pads ? { padding } : {}) as { readonly padding: typeof padding }),
      ...(dilates ? { dilation } : {}),
      ceil_mode: param(bool, { doc: "Whether a last window may stand over the edge.", default: false }),
    },
    constraints: {
      "kernel-fits-input": "A window must not be larger than the padded image.",
      ...(pads && { "padding-at-most-half": "The border must not be wider than half of the window." }),
    } as { readonly "kernel-fits-input": string; readonly "padding-at-most-half": string },

    infer(inputs, args, must) {
      const x = inputs.x as unknown as AnyImage;
      const settings = args as unknown as Settings;
      const y = resized(x, spatial, (size, i) => {
        const window = windowOf(i, settings);
        const border = typeof window.pad === "string" ? 0 : window.pad / 2;
        const widest = Math.floor(window.kernel / 2);
        if (border > widest) {
          const message = say`a border of ${border} px is more than half of a window of ${window.kernel} px: ${widest} px is the most`;
          must(
            "padding-at-most-half",
            "no",
            { arg: "padding", remedies: [{ param: "padding", value: widest }] },
            message,
          );
          return unknown;
        }
        const count = settings.ceil_mode ? positionsUp(size, window) : positions(size, window);
        const what = { axis: spatial[i]!, size, what: say`window` };
        if (strict && !window.word) mustFit({ ...what, window: { ...window, pad: 0 }, widest: 0 }, must);
        else {
          const holds = settings.ceil_mode ? known([count], (windows) => windows >= 1) : fits(size, window);
          mustFit({ ...what, window, widest: pads ? widest : 0 }, must, holds);
        }
        return count;
      });
      return { y: y as unknown as typeof inputs.x };
    },

    unfold(inputs, args, outputs) {
      const [x, y] = [inputs.x as unknown as AnyImage, outputs.y as unknown as AnyImage];
      return alongAxes(spatial, (i) =>
        slidden(x[spatial[i]!]!, windowOf(i, args as unknown as Settings), y[spatial[i]!]!),
      );
    },

    changesNothing(_, args) {
      const { kernel_size, stride, padding = 0 } = args as unknown as Settings;
      const pads = typeof padding !== "string" && [padding].flat().some((border) => border !== 0);
      return !bends && !pads && [...kernel_size, ...stride].every((side) => side === 1);
    },

    reach: (inputs, args) =>
      reachOf(inputs.x as unknown as AnyImage, spatial, (i) => windowOf(i, args as unknown as Settings)),
  });
}

interface Settings {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding?: Padding;
  readonly dilation?: readonly number[];
  readonly ceil_mode: boolean;
}
