import type { PythonClass } from "../../core/python-class";

/** What a parser puts before the arguments of a row: channels that come in, those that go out after scaling, repeats. */
export type Front = "c1" | "all" | "c2" | "n";

/** How a parser makes the arguments of a class from those of a row. */
export interface Convention {
  readonly front: readonly Front[];
  /** Written arguments that what stands in front has used up. */
  readonly skip: number;
  /** What the parser counts behind the row, where it is known. */
  readonly counted?: "c1" | "c2";
}

export const asWritten: Convention = { front: [], skip: 0 };
export const toldFirst: Convention = { front: ["c1"], skip: 0 };
export const allFirst: Convention = { front: ["all"], skip: 0 };
export const scaledSecond: Convention = { front: ["c1", "c2"], skip: 1 };
export const repeatsThird: Convention = { front: ["c1", "c2", "n"], skip: 1 };

export const keyOf = ({ front, skip }: Convention): string => `${front.join(" ")}/${skip}`;

const arriving =
  /^(?:c|c1|ch1|inc|inp?|c_?in|ch_?in|ch(?:annels?|s|an)?|dims?|d_?model|planes|nin|n_?feats?|embed_dims?|(?:in|input|num|n)_?(?:c|ch|chs|chans?|channels?|dims?|planes|features|feats?|filters)|channels?_?in)$/i;
const leaving =
  /^(?:c2|ch2|ouc|outc?|oup|c_?out|ch_?out|nout|filters|(?:out|output)_?(?:c|ch|chs|chans?|channels?|dims?|planes|features|feats?|filters)|channels?_?out)$/i;

/** The constructor of a class, as far as its text tells. */
export interface Constructor {
  readonly names: readonly string[];
  readonly isTold: boolean;
  readonly isScaled: boolean;
  readonly isRepeated: boolean;
}

export const nameOf = (arg: string): string => arg.replace(/ = [\s\S]*$/, "");

export function constructorOf({ args = [] }: PythonClass): Constructor {
  const names = args.map(nameOf);
  const [first = "", second = "", third = ""] = names;
  const isTold = arriving.test(first);
  const isScaled = isTold && leaving.test(second);
  return { names, isTold, isScaled, isRepeated: isScaled && third === "n" };
}

/** The convention that a constructor looks made for. */
export const usual = ({ isTold, isScaled, isRepeated }: Constructor): Convention =>
  isRepeated ? repeatsThird : isScaled ? scaledSecond : isTold ? toldFirst : asWritten;
