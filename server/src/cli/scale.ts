import { type Options, understand } from "../service";

/** A model of one size is read at that, whatever is asked for; of several, one must be the one asked for. */
export function atScale(path: string, text: string, options: Options): Options | undefined {
  const { scale, ...rest } = options;
  if (scale === undefined) return rest;
  const ids = understand(path, text, rest)?.analysis.models.map(({ id }) => id) ?? [];
  if (ids.includes(scale)) return options;
  return ids.every((id) => id === undefined) ? rest : undefined;
}
