import { compare, type Dim, divisible, floorDiv } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { int, perAxis } from "../core/types";
import { blocks } from "./families/blocks";
import { mustFit } from "./families/fitting";
import { along, fits, positions, type Window } from "./families/window";

export const fold = op({
  name: "Fold",
  summary: "Puts columns back as windows of an image, and adds where they overlap.",
  formula: "[C · kernel², windows] becomes [C, output_size]",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Fold.html",
  traits: ["reshape"],
  inputs: { x: "N C L" },
  outputs: { y: "N C H W" },
  params: {
    output_size: param(perAxis(int({ min: 1 })), { doc: "Height and width of the image.", unit: "px" }),
    ...blocks,
  },
  constraints: {
    "kernel-fits-input": "A dilated window must not be larger than the padded image.",
    "columns-hold-windows": "The length of a column must be a multiple of the pixels of a window.",
    "columns-cover-image": "There must be as many columns as windows stand on the image.",
  },
  infer({ x }, { output_size, kernel_size, dilation, padding, stride }, must) {
    const [H, W] = output_size as readonly [number, number];
    const pixels = kernel_size.reduce((a, b) => a * b, 1);
    const holds = divisible(x.C, pixels);
    const column = holds === "no" ? uneven(x.C as number, kernel_size.join("·"), pixels) : empty;
    must("columns-hold-windows", holds, { arg: "kernel_size" }, column);
    const windowsAt = (step: readonly number[]): readonly Window[] =>
      [H, W].map((_, i) => along(i, kernel_size, step, dilation, padding));
    const countsAt = (step: readonly number[]): readonly number[] =>
      windowsAt(step).map((window, i) => positions(output_size[i]!, window) as number);

    const windows = windowsAt(stride);
    windows.forEach((window, i) => {
      mustFit({ axis: i ? "W" : "H", size: output_size[i]!, window, what: say`window` }, must);
    });
    const covers = windows.every((window, i) => fits(output_size[i]!, window) === "yes")
      ? compare(x.L, product(countsAt(stride)))
      : "maybe";
    const message = covers === "no" ? uncovered(x.L, output_size, stride, countsAt) : empty;
    must("columns-cover-image", covers, { arg: "output_size" }, message);
    return { y: { N: x.N, C: floorDiv(x.C, pixels), H, W } };
  },
  reach: () => "everything",
});

const product = (counts: readonly number[]): number => counts.reduce((a, b) => a * b, 1);

function uneven(length: number, kernel: string, pixels: number): Message {
  const below = length - (length % pixels);
  const fits = below ? say`${below} or ${below + pixels} do` : say`${pixels} do`;
  return say`${length} values of a column are no whole windows of ${kernel} = ${pixels} px, but ${fits}`;
}

/** Windows may stand further apart or nearer together, in the same step along both axes. */
function uncovered(
  columns: Dim,
  [height, width]: readonly number[],
  stride: readonly number[],
  countsAt: (stride: readonly number[]) => readonly number[],
): Message {
  const counts = countsAt(stride);
  const step = [1, 2, 3, 4, 5, 6, 7, 8].find((one) => compare(product(countsAt([one, one])), columns) === "yes");
  const instead = step === undefined ? empty : say`; with a stride of ${step} there are`;
  return say`${counts.join("·")} = ${product(counts)} windows stand on ${height!}·${width!} px, and not ${columns}, as there are columns${instead}`;
}
