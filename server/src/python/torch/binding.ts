import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import type { ParamType } from "../../core/param";
import { literal, type Value as Written } from "../../core/value";
import { parameterOf, type Spelling } from "../../core/vocabulary";
import { pytorch } from "../../vocabularies/pytorch";
import { argumentValue, typeIn } from "../core-value";
import { Fault, refused } from "../fault";
import { isInert } from "../run/inert";
import {
  type Arguments,
  type Given,
  isKind,
  type Native,
  native,
  type Obj,
  type Run,
  type Tensor,
  unknown,
  type Value,
} from "../values";

/** Arguments of a call by the names of a signature. */
export type Bound = ReadonlyMap<string, Given>;

/** Nothing where the call has arguments that the signature does not, or may have. */
export function bound(names: readonly string[], { positional, named, open }: Arguments): Bound | undefined {
  if (open || positional.length > names.length) return undefined;
  const found = new Map<string, Given>(positional.map((one, i) => [names[i]!, one]));
  for (const [name, one] of named) {
    if (!names.includes(name) || found.has(name)) return undefined;
    found.set(name, one);
  }
  return found;
}

/** Arguments that say where and how numbers are kept, and where they are put. */
const kept = [
  "dtype",
  "device",
  "out",
  "layout",
  "requires_grad",
  "pin_memory",
  "memory_format",
  "generator",
  "non_blocking",
  "copy",
];

/** The call without arguments that change no shape. */
export const shaping = (given: Arguments): Arguments => ({
  ...given,
  named: new Map([...given.named].filter(([name]) => !kept.includes(name))),
});

const spellingOf = (word: string): Spelling => pytorch.spellings.get(word)!;

const isSaid = ({ states, ignores, ...spelling }: Spelling, name: string): boolean =>
  parameterOf({ states, ignores, ...spelling }, name) !== undefined || name in states || ignores.includes(name);

export const written = (name: string, { value, nameSpan, span }: Given, type?: ParamType<unknown>): Arg => ({
  name,
  ...(nameSpan && { nameSpan }),
  value: argumentValue(value, span, type),
});

/** An argument that is not in the text. */
export const filled = (
  name: string,
  value: number | boolean | string | readonly number[],
  { callee }: Arguments,
): Arg => ({
  name,
  value: Array.isArray(value)
    ? { kind: "list", items: value.map((item): Written => literal(item, callee)), span: callee }
    : literal(value, callee),
});

/** One name, or several with the same meaning, of a function that is an operator of the vocabulary. */
export interface Row {
  readonly names: string;
  readonly word: string;
  /** Which arguments are tensors, in order, and all others; those that the operator does not know change nothing here. */
  readonly tensors: string;
  readonly args?: string;
  /** What holds where nothing is given, if it is something else than in the vocabulary. */
  readonly usual?: { readonly [name: string]: number | boolean | string };
  result?(outputs: readonly Tensor[], found: Bound, run: Run): Value;
}

const words = (text: string): readonly string[] => text.split(" ").filter(Boolean);

/** Certainly no tensor, so that torch refuses it. */
export const isOther = (value: Value): boolean =>
  typeof value === "string" ||
  (typeof value === "object" && value !== null && /^(list|tuple|dict|set)$/.test(value.kind)) ||
  isInert(value);

const isLayer = (value: Value): value is Obj => isKind(value, "object") && value.module?.layer !== undefined;

export function noTensor(name: string | undefined, value: Value): Fault {
  if (name === undefined) return new Fault("TypeError");
  if (isLayer(value))
    return refused(
      "TypeError",
      say`${name} reads a tensor, but is given the layer ${value.class.name}, which is not called`,
    );
  if (isKind(value, "tuple"))
    return refused(
      "TypeError",
      say`${name} reads a tensor, but is given ${value.items.length} values: take one of them first`,
    );
  return refused("TypeError", say`${name} reads a tensor, but is given something else`);
}

/** Raises where one of them is certainly no tensor; nothing where it may be none. */
export function tensorsOf(values: readonly Value[], name?: string): readonly (Tensor | null)[] | undefined {
  const other = values.find(isOther);
  if (other !== undefined) throw noTensor(name, other);
  const known = values.every((value) => value === null || isKind(value, "tensor"));
  return known ? (values as readonly (Tensor | null)[]) : undefined;
}

export function nativesOf(row: Row): readonly Native[] {
  const tensors = words(row.tensors);
  const all = [...tensors, ...words(row.args ?? "")];
  const spelling = spellingOf(row.word);
  const called =
    (name: string): Native["call"] =>
    (given, run) => {
      const found = bound(all, shaping(given));
      if (!found) return run.tensor(undefined, given);
      const [first] = tensors;
      if (first !== undefined && !found.has(first))
        run.raise("TypeError", say`${row.names.split(" ")[0]!} is called without a tensor`);
      const inputs = tensorsOf(
        tensors.flatMap((one) => (found.has(one) ? [found.get(one)!.value] : [])),
        name,
      );
      if (!inputs?.length) return unknown;
      const said = [...found].filter(([name]) => !tensors.includes(name) && isSaid(spelling, name));
      const usual = Object.entries(row.usual ?? {}).filter(([name]) => !found.has(name));
      const args = [
        ...said.map(([name, one]) => written(name, one, typeIn(spelling, name))),
        ...usual.map(([name, value]) => filled(name, value, given)),
      ];
      const outputs = run.operator(row.word, inputs, args, given);
      return row.result ? row.result(outputs, found, run) : (outputs[0] ?? unknown);
    };
  return words(row.names).map((name) => native(name, called(name)));
}

/** Several results, where it is known how many there are. */
export const several = (outputs: readonly Tensor[]): Value =>
  outputs[0]?.shape ? { kind: "tuple", items: outputs } : unknown;
