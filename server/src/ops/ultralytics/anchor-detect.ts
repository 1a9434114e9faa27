import { mul } from "../../core/dim";
import { type Message, say } from "../../core/message";
import { type Must, op } from "../../core/op";
import { param } from "../../core/param";
import { either, int, list, number } from "../../core/types";
import { conv2d } from "../conv2d";
import { places } from "./branches";
import { params as common, head } from "./detect";
import { type Image, type Run, runner } from "./parts";

export const params = {
  nc: common.nc,
  anchors: param(either(list(list(number())), int({ min: 1 })), {
    doc: "Widths and heights of boxes for each input, or only their number.",
  }),
};

export type Anchors = readonly (readonly number[])[] | number;
export const perPlace = (anchors: Anchors): number =>
  typeof anchors === "number" ? anchors : Math.floor((anchors[0]?.length ?? 0) / 2);

export const anchorsMatch = { "anchors-for-each-input": "There must be one row of anchors for each input." } as const;

/** How many rows there are for how many inputs. */
export const rowsFor = (rows: number, inputs: number): Message =>
  say`${rows === 1 ? say`1 row` : say`${rows} rows`} of anchors for ${inputs === 1 ? say`1 input` : say`${inputs} inputs`}`;

/** A number stands for as many rows as there are inputs. */
export function mustHaveAnchors(
  anchors: Anchors,
  xs: readonly Image[],
  must: Must<keyof typeof anchorsMatch, typeof params, {}>,
): void {
  must(
    "anchors-for-each-input",
    typeof anchors === "number" || anchors.length === xs.length ? "yes" : "no",
    { arg: "anchors" },
    rowsFor(typeof anchors === "number" ? xs.length : anchors.length, xs.length),
  );
}

/** `values` numbers for every anchor of every pixel. */
export const predicted = (xs: readonly Image[], anchors: Anchors, values: number) => ({
  N: xs[0]!.N,
  P: mul(perPlace(anchors), places(xs)),
  A: values,
});

/** One convolution for each input predicts them. */
export function predictions(run: Run, xs: readonly Image[], anchors: Anchors, values: number) {
  const out_channels = perPlace(anchors) * values;
  xs.forEach((x, i) => run(`m.${i}`, conv2d, x, { out_channels, kernel_size: [1, 1] }));
  return predicted(xs, anchors, values);
}

export const anchorDetect = op({
  name: "AnchorDetect",
  summary: "Predicts a box, a score and class scores for every anchor of every pixel.",
  ...head,
  params,
  constraints: anchorsMatch,
  infer({ xs }, { nc, anchors }, must, call) {
    mustHaveAnchors(anchors, xs, must);
    return { y: predictions(runner(call), xs, anchors, nc + 5) };
  },
});
