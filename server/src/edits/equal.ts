import { type Dim, showDim } from "../core/dim";

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (isSymbolic(part) ? showDim(part) : part)) ?? "";

const isSymbolic = (part: unknown): part is Exclude<Dim, number> =>
  typeof part === "object" && part !== null && "terms" in part;

/** Whether two arguments are the same, sizes that hang on symbols included. */
export const equal = (a: unknown, b: unknown): boolean => text(a) === text(b);
