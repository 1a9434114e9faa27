import { compare, type Dim, type Shape } from "../../core/dim";
import { broadcast, clashOf, surest } from "./broadcasting";

/** The letters of one tensor, and whether dots stand among them for axes without a letter. */
export interface Named {
  readonly letters: string;
  readonly dots: boolean;
  /** How many letters stand in front of the dots. */
  readonly before: number;
}

export interface Names {
  readonly inputs: readonly Named[];
  readonly result: Named;
}

function readNamed(text: string): Named | undefined {
  const [, first, dots, rest] = /^([a-z]*)(\.\.\.)?([a-z]*)$/i.exec(text) ?? [];
  return first === undefined ? undefined : { letters: first + rest, dots: dots !== undefined, before: first.length };
}

export const lettersIn = (inputs: readonly Named[]): readonly string[] => [
  ...new Set(inputs.flatMap(({ letters }) => [...letters])),
];

/** Nothing where the text is no equation. Without an arrow the result has the letters that stand once, in order. */
export function namesIn(equation: string): Names | undefined {
  const [left, right, more] = equation.replace(/\s/g, "").split("->");
  const inputs = (left ?? "").split(",").map(readNamed);
  if (more !== undefined || !inputs.every((one) => one !== undefined)) return undefined;
  if (right === undefined) {
    const all = inputs.map(({ letters }) => letters).join("");
    const once = [...all]
      .filter((letter) => all.split(letter).length === 2)
      .sort()
      .join("");
    return { inputs, result: { letters: once, dots: inputs.some(({ dots }) => dots), before: 0 } };
  }
  const result = readNamed(right);
  return result && { inputs, result };
}

interface Clash {
  readonly letter: string;
  readonly one: Dim;
  readonly other: Dim;
  /** The input in which it is found. */
  readonly index: number;
}

/** The size of each letter, those of the axes without one, and the first two that do not agree. */
export function sizesIn(inputs: readonly Named[], shapes: readonly Shape[]) {
  const sizes = new Map<string, Dim>();
  let outer: Shape = [];
  let clash: Clash | undefined;
  for (const [index, { letters, before }] of inputs.entries()) {
    const shape = shapes[index]!;
    const open = shape.length - letters.length;
    const own = new Map<string, Dim>();
    for (const [k, letter] of [...letters].entries()) {
      const here = shape[k < before ? k : k + open]!;
      const twice = own.get(letter);
      if (twice !== undefined && compare(twice, here) === "no") clash ??= { letter, one: twice, other: here, index };
      own.set(letter, here);
    }
    for (const [letter, here] of own) {
      const known = sizes.get(letter) ?? 1;
      if (known !== 1 && here !== 1 && compare(known, here) === "no")
        clash ??= { letter, one: known, other: here, index };
      sizes.set(letter, known === 1 ? here : here === 1 ? known : surest(known, here));
    }
    const rest = shape.slice(before, before + open);
    const rank = Math.max(outer.length, rest.length);
    const [a, b] = [outer, rest].map((one): Shape => [...Array<Dim>(rank - one.length).fill(1), ...one]) as [
      Shape,
      Shape,
    ];
    const axis = clashOf(a, b);
    if (axis >= 0) clash ??= { letter: "...", one: a[axis]!, other: b[axis]!, index };
    outer = broadcast(a, b);
  }
  return { sizes, outer, clash };
}
