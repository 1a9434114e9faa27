import type { Counterpart } from "../counterpart";

/** One image or one batch after another: which of them a mask of one number for each is about. */
const modes: ReadonlyMap<string, string> = new Map([
  ["N", "row"],
  ["1", "batch"],
]);

/** Layers of Keras that PyTorch has no word for, as they are called where a class for them is written out. */
export const counterparts: ReadonlyMap<string, Counterpart> = new Map<string, Counterpart>([
  [
    "Dropout",
    ({ args }) => {
      const shape = args.get("noise_shape")?.value;
      if (!Array.isArray(shape)) return undefined;
      const [images, ...others] = shape;
      const mode = modes.get(images === null ? "N" : String(images));
      if (!mode || others.some((size) => size !== 1)) return "noise_shape";
      return { word: "StochasticDepth", args: new Map([...named(args, "rate", "p"), ["mode", { value: mode }]]) };
    },
  ],
  [
    "Normalization",
    ({ args, inputs: [x] }, isMoved) => {
      const isUsual = ["mean", "variance"].every((word) => args.get(word)?.value === undefined);
      const [axis, ...more] = [args.get("axis")?.value].flat();
      const isLast = axis === -1 || axis === x!.length - 1;
      if (!isUsual || more.length || !isLast || args.get("invert")?.value === true) return "axis";
      if (!isMoved && x!.length > 2) return "axis";
      return { word: "Normalization", args: new Map([["num_features", { value: x!.at(isMoved ? 1 : -1) }]]) };
    },
  ],
  [
    "Rescaling",
    ({ args, inputs: [x] }, isMoved) => {
      const isEach = [...args.values()].some(({ value }) => Array.isArray(value));
      return isEach && !isMoved && x!.length > 2 ? "scale" : { word: "Rescaling", args };
    },
  ],
]);

const named = <T>(args: ReadonlyMap<string, T>, from: string, to: string): readonly (readonly [string, T])[] =>
  [...args].flatMap(([word, given]) => (word === from ? [[to, given] as const] : []));
