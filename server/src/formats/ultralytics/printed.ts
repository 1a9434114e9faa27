import type { Arg, Printed } from "../../core/graph";
import { numberOf, type Value } from "../../core/value";
import { gain } from "./arithmetic";
import type { Channels, Context, Dialect } from "./dialect";

/** What is known where the arguments of a row are printed. */
export interface Printing {
  /** The channels of the first input, as the parser counts them. */
  readonly c1: Value;
  /** Those of all inputs. */
  readonly all: Value;
  /** Repetitions after the gain. */
  readonly n: Value;
  readonly settings: ReadonlyMap<string, Value>;
}

/** The printed arguments of a module, from those that were written, already scaled. */
export type Print = (args: readonly Value[], printing: Printing) => readonly Value[];

/** A row as the library prints it, which is how it calls the module. */
export function printedOf(
  dialect: Dialect,
  { row, scale, inputs }: Context,
  args: readonly Arg[],
  settings: ReadonlyMap<string, Value>,
): Printed {
  const at = row.moduleSpan;
  const values = args.map(({ value }) => value);
  const n = gain(row.repeats, scale.depth);
  const all: Value = { kind: "list", items: inputs.map((channels) => counted(channels, at)), span: at };
  const printing: Printing = { c1: counted(inputs[0], at), all, n, settings };
  const repeated = dialect.repeated.has(row.module);
  const generic: Print = dialect.scaled.has(row.module) ? (repeated ? andRepeats(2) : channelsFirst) : (given) => given;
  return {
    repeats: repeated && dialect.printsOne ? 1 : (numberOf(n) ?? 1),
    args: (dialect.prints[row.module] ?? generic)(values, printing),
  };
}

const counted = (channels: Channels, span: Value["span"]): Value =>
  typeof channels === "number" && !Number.isNaN(channels)
    ? { kind: "number", value: channels, span }
    : { kind: "opaque", text: "?", span };

export const channelsFirst: Print = (args, { c1 }) => [c1, ...args];
export const channelsOnly: Print = (_, { c1 }) => [c1];
export const allLast: Print = (args, { all }) => [...args, all];
export const allSecond: Print = ([first, ...rest], { all }) => (first ? [first, all, ...rest] : [all]);
export const withoutFirst: Print = ([, ...rest]) => rest;

/** The channels in front, and the number of repetitions at that place of what results. */
export const andRepeats =
  (place: number): Print =>
  (args, { c1, n }) =>
    [c1, ...args].toSpliced(place, 0, n);

/** Heads that are handed keys of the file: how finely sides are told, and whether boxes need no further choice. */
export const keysAndAll: Print = (args, { all, settings }) => {
  const { span } = all;
  const bins = settings.get("reg_max") ?? { kind: "number", value: 16, span };
  return [...args, bins, settings.get("end2end") ?? { kind: "null", span }, all];
};

/** Where a number of anchors is written instead of a list, each input gets that many of counted-up sizes. */
export const anchorsAndAll: Print = (args, { all }) => {
  const inputs = all.kind === "list" ? all.items.length : 0;
  const rows = args.map((arg, i): Value => {
    const count = i === 1 ? numberOf(arg) : undefined;
    if (count === undefined || !(count >= 0 && count <= mostAnchors)) return arg;
    const { span } = arg;
    const row: Value = {
      kind: "list",
      items: Array.from({ length: count * 2 }, (_, value) => number(value, span)),
      span,
    };
    return { kind: "list", items: Array.from({ length: inputs }, () => row), span };
  });
  return [...rows, all];
};

const mostAnchors = 1000;
const number = (value: number, span: Value["span"]): Value => ({ kind: "number", value, span });
