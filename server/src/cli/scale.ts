import { listed, type Message, say, verbatim } from "../core/message";
import { isProgram, type Options, understand } from "../service";

/** A model of one size is read at that, whatever is asked for; of several, one must be the one asked for, else a word says so. */
export function atScale(path: string, text: string, options: Options): Options | Message {
  const { scale, ...rest } = options;
  if (scale === undefined) return rest;
  const ids = understand(path, text, rest)?.analysis.models.flatMap(({ id }) => id ?? []) ?? [];
  if (!ids.length) return rest;
  if (ids.includes(scale)) return options;
  const all = listed(ids.map(verbatim));
  return isProgram(path) ? say`it has no model ${scale}, only ${all}` : say`it has no scale ${scale}, only ${all}`;
}

/** Why a file that was named cannot be looked at as a model. */
export const noModel = (path: string): Message => (isProgram(path) ? noModule : noLayers);

const noModule = say`there is no model in it: a file of Python that has one imports torch.nn, and makes a module or has a class of one that takes no arguments`;
const noLayers = say`it is no model: it has neither input and layers, as models of ConvLint, nor a backbone or head, as those of YOLO`;
