import { type Dim, type Shape, unknown } from "../../core/dim";

/** A product of an input and a kernel: one letter for each axis, the axes that nobody names in front or behind. */
export interface Equation {
  readonly input: string;
  readonly kernel: string;
  readonly result: string;
  readonly unnamed?: "first" | "last";
}

const forms = [
  { form: /^([a-z]+),([a-z]+)->([a-z]+)$/i },
  { form: /^\.\.\.([a-z]+),([a-z]+)->\.\.\.([a-z]+)$/i, unnamed: "first" },
  { form: /^([a-z]{2,})\.\.\.,([a-z]+)->([a-z]+)\.\.\.$/i, unnamed: "last" },
] as const;

export function readEquation(text: string): Equation | undefined {
  for (const { form, ...rest } of forms) {
    const [, input, kernel, result] = form.exec(text.trimEnd()) ?? [];
    if (input && kernel && result) return { input, kernel, result, ...rest };
  }
  return undefined;
}

/** A letter of which nothing can say how large it is: neither the input, nor kernel and result together. */
export const strayIn = ({ input, kernel, result }: Equation): string | undefined =>
  [...result, ...kernel].find(
    (letter) => !input.includes(letter) && !(kernel.includes(letter) && result.includes(letter)),
  );

/** An equation whose letters have sizes. */
export interface Sized extends Equation {
  /** Sizes of the axes that nobody names. */
  readonly outer: Shape;
  /** The first letter of the result for which a size can be stated: the batch has none. */
  readonly first: 0 | 1;
  /** Of the input where it has the letter, else as stated. */
  size(letter: string): Dim;
  /** What is stated for a letter of the result. */
  stated(letter: string): Dim | undefined;
  /** The letter stands for the batch, whose size no weight can have. */
  isBatch(letter: string): boolean;
}

export function withSizes(equation: Equation, x: Shape, given: readonly (Dim | undefined)[]): Sized {
  const { input, result, unnamed } = equation;
  const open = unnamed ? Math.max(0, x.length - input.length) : 0;
  const before = unnamed === "first" ? open : 0;
  const first = before ? 0 : 1;
  const stated = (letter: string): Dim | undefined => given[result.indexOf(letter) - first];
  return {
    ...equation,
    outer: unnamed === "last" ? x.slice(x.length - open) : x.slice(0, before),
    first,
    stated,
    size: (letter) => (input.includes(letter) ? x[before + input.lastIndexOf(letter)] : stated(letter)) ?? unknown,
    isBatch: (letter) => first === 1 && letter === (input.includes(letter) ? input[0] : result[0]),
  };
}

export const sizesOf = (letters: string, { size }: Sized): Shape => [...letters].map(size);

/** The result in full, with the axes that nobody names. */
export function resultOf(sized: Sized): Shape {
  const named = sizesOf(sized.result, sized);
  return sized.unnamed === "last" ? [...named, ...sized.outer] : [...sized.outer, ...named];
}

/** A constant for some letters of the result; behind the first of them every axis has its place. */
export function constantOf(letters: string, sized: Sized): Shape {
  const { result, unnamed, outer, size } = sized;
  const start = Math.min(...[...letters].map((letter) => result.indexOf(letter)));
  const named = [...result.slice(start)].map((letter) => (letters.includes(letter) ? size(letter) : 1));
  return unnamed === "last" ? [...named, ...outer.map(() => 1)] : named;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** The equation that replaces the last `bound` axes by `given` new ones and keeps those before, and its new letters. */
export function projection(kept: number, bound: number, given: number): readonly [equation: string, added: string] {
  const [before, summed] = [letters.slice(0, kept), letters.slice(kept, kept + bound)];
  const added = letters.slice(kept + bound, kept + bound + given);
  return [`${before}${summed},${summed}${added}->${before}${added}`, added];
}
