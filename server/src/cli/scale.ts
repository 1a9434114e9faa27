import { type Options, understand } from "../service";

/** A model of one size is read at that, whatever is asked for; of several, one must be the one asked for, else a word says so. */
export function atScale(path: string, text: string, options: Options): Options | string {
  const { scale, ...rest } = options;
  if (scale === undefined) return rest;
  const ids = understand(path, text, rest)?.analysis.models.flatMap(({ id }) => id ?? []) ?? [];
  if (!ids.length) return rest;
  return ids.includes(scale) ? options : `it has no scale ${scale}, only ${andList(ids)}`;
}

const andList = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join();

/** Why a file that was named cannot be looked at as a model. */
export const noModel =
  "it is no model: it has neither input and layers, as models of ConvLint, nor a backbone or head, as those of YOLO";
