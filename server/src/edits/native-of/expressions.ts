import type { ParamType } from "../../core/param";
import { plain, same } from "./values";

/** Something that a block can calculate with, and its values in all calls. */
export interface Source {
  /** As it is said inside of an expression. */
  readonly word: string;
  readonly values: readonly unknown[];
  readonly type?: ParamType<any>;
}

const whole = (values: readonly unknown[]): readonly number[] | undefined => {
  const numbers = values.map(plain);
  return numbers.every((one): one is number => typeof one === "number" && Number.isInteger(one)) ? numbers : undefined;
};

const steps = [2, 4, 8];

/** How values follow from others in all calls of a block: nothing where they do not. */
export function expressionFor(wanted: readonly unknown[], sources: readonly Source[]): string | undefined {
  const equal = sources.find(({ values }) => same(values, wanted));
  if (equal) return isParam(equal.word) ? `$${equal.word}` : `$(${equal.word})`;
  const numbers = whole(wanted);
  if (!numbers) return undefined;
  const known = sources.flatMap(({ word, values }) => {
    const own = whole(values);
    return own ? [{ word, own }] : [];
  });
  const fits = (of: (i: number) => number): boolean => numbers.every((one, i) => one === of(i));
  for (const { word, own } of known)
    for (const by of steps) {
      if (fits((i) => Math.floor(own[i]! / by))) return `$(${word} // ${by})`;
      if (fits((i) => own[i]! * by)) return `$(${word} * ${by})`;
    }
  for (const [at, a] of known.entries())
    for (const b of known.slice(at + 1)) {
      if (fits((i) => a.own[i]! * b.own[i]!)) return `$(${a.word} * ${b.word})`;
      if (fits((i) => a.own[i]! + b.own[i]!)) return `$(${a.word} + ${b.word})`;
    }
  return undefined;
}

const isParam = (word: string): boolean => !word.includes(".");

/** The parameters that an expression speaks of. */
export const wordsIn = (text: string): readonly string[] =>
  text.startsWith("$") ? (text.match(/[A-Za-z_][\w.]*/g) ?? []).filter(isParam) : [];
