import { add, atLeast, type Dim, known } from "../core/dim";
import { empty, type Message, say } from "../core/message";
import { op, type Sight } from "../core/op";
import { type Params, param } from "../core/param";
import { int, perAxis } from "../core/types";
import { type AnyImage, type ImageAxes, nameOf, resized, spatialOf } from "./spatial";

interface About<P extends Params> {
  readonly name: string;
  /** What the border is made of. */
  readonly of: string;
  readonly params?: P;
  /** A mirror shows no more than there is. */
  readonly mirrors?: true;
}

const signed = (n: number): Message => (n < 0 ? say` − ${-n}` : n ? say` + ${n}` : empty);

const order: { readonly [axis: string]: string } = {
  W: "left, right",
  H: "above, below",
  D: "in front, behind",
  L: "left, right",
};

/** Padding over one, two and three axes; PyTorch counts the borders from the last axis on. */
export function bordered<const A extends ImageAxes, const P extends Params = {}>(about: About<P>, axes: A) {
  const { name, of, params = {} as P, mirrors = false } = about;
  const spatial = spatialOf(axes);
  const sidesOf = (borders: readonly number[], i: number): readonly [number, number] => {
    const at = 2 * (spatial.length - 1 - i);
    return [borders[at]!, borders[at + 1]!];
  };
  return op({
    name,
    summary: `Puts a border of ${of} around ${spatial.length === 1 ? "a sequence" : spatial.length === 2 ? "an image" : "a volume"}.`,
    formula: `${spatial[0]}' = ${spatial[0]} + border before + border after`,
    source: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    traits: ["reshape"],
    inputs: { x: axes },
    outputs: { y: axes },
    params: {
      padding: param(perAxis(int({ suggest: [1] }), 2 * spatial.length), {
        doc: `Border ${[...spatial]
          .reverse()
          .map((axis) => order[axis])
          .join(", ")}; a negative one cuts off.`,
        unit: "px",
      }),
      ...params,
    },
    constraints: {
      "something-remains": "Not everything may be cut off.",
      ...(mirrors && { "border-below-size": "A mirrored border must be smaller than the image." }),
    } as { readonly "something-remains": string; readonly "border-below-size": string },
    infer(inputs, args, must) {
      const { padding } = args as unknown as { readonly padding: readonly number[] };
      const x = inputs.x as unknown as AnyImage;
      const y = resized(x, spatial, (size, i): Dim => {
        const [before, after] = sidesOf(padding, i);
        const result = add(size, before + after);
        const holds = atLeast(result, 1);
        const why =
          holds === "no"
            ? say`nothing remains of a ${nameOf(spatial[i]!)} of ${size} px: ${size}${signed(before)}${signed(after)} = ${result}`
            : empty;
        must("something-remains", holds, { arg: "padding" }, why);
        if (!mirrors) return result;
        const widest = Math.max(before, after);
        const message = say`a border of ${widest} px cannot mirror a ${nameOf(spatial[i]!)} of ${size} px: ${add(size, -1)} px is the most`;
        must(
          "border-below-size",
          known([size], (n) => widest < n),
          { arg: "padding" },
          message,
        );
        return result;
      });
      return { y: y as unknown as typeof inputs.x };
    },
    reach(_, args) {
      const { padding } = args as unknown as { readonly padding: readonly number[] };
      const sights = spatial.map((axis, i): [string, Sight] => [
        axis,
        { kind: "window", kernel: 1, stride: 1, pad: sidesOf(padding, i)[0] },
      ]);
      return Object.fromEntries(sights);
    },
  });
}
