import type { Arg } from "../../core/graph";
import type { Problem } from "../../core/problem";
import { numberOf, type Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import type { Row } from "./file";
import type { Print } from "./printed";
import type { Said } from "./said";
import type { Scale } from "./scales";

/** How many channels the parser believes a row to give; several where the row gives several images. */
export type Channels = number | readonly number[] | undefined;

/** What is known where a row is lowered. */
export interface Context {
  readonly scale: Scale;
  readonly row: Row;
  /** Believed channels of the row's inputs, and of the row before it. */
  readonly inputs: readonly Channels[];
  readonly previous: Channels;
  /** Scales a number of channels, with the note how. */
  widen(arg: Arg): Arg;
}

/**
 * One version of the parser, as data. All of them read the same rows; they differ in what they know
 * of modules: which are scaled, which repeat themselves, and what else happens to arguments.
 */
export interface Dialect {
  readonly vocabulary: Vocabulary;
  /** What only files of this dialect say; those that say nothing are of the newest. */
  readonly signs?: (said: Said) => boolean;
  /** Modules beyond those below and in the vocabulary that the parser finds, but whose shapes are not known. */
  readonly more: ReadonlySet<string>;
  /** The name of a module is any Python that gives a class; elsewhere it is looked up, with `nn.` before those of torch. */
  readonly evaluates?: true;
  /** Modules whose first argument is scaled, and that are told the channels of their input. */
  readonly scaled: ReadonlySet<string>;
  /** Modules that repeat something inside; a repeated row of any other is a chain of copies. */
  readonly repeated: ReadonlySet<string>;
  /** The written number of channels that is used as it is. */
  readonly unscaled: (settings: ReadonlyMap<string, Value>) => number | undefined;
  /** What happens to the arguments of a module beyond that. */
  readonly edits: { readonly [module: string]: (args: readonly Arg[], context: Context) => readonly Arg[] };
  /** What the parser fails at in a row, at one size of the model. */
  readonly refuses: { readonly [module: string]: (args: readonly Arg[], context: Context) => Problem | undefined };
  /** Modules that the parser builds by the size of the model, and fails at where there are no sizes. */
  readonly sized?: ReadonlySet<string>;
  /** The parser's count of channels, where it is neither the first argument nor that of the input. */
  readonly channels: { readonly [module: string]: (context: Context, args: readonly Arg[]) => Channels };
  /** Modules of which the parser may count anything, where the table above says nothing. */
  readonly uncounted?: ReadonlySet<string>;
  /** The argument that says which image of each input is taken. */
  readonly picks: { readonly [module: string]: string };
  /** Whether the key `ch` says how many channels an image has. */
  readonly saysChannels?: boolean;
  /** Arguments that rows above or keys of the file decide. */
  readonly handed: readonly Handed[];
  /** What the library prints as arguments, where it is not what the tables above make of the written ones. */
  readonly prints: { readonly [module: string]: Print };
  /** Prints one repetition where a module repeats something inside, since it has handed the number on. */
  readonly printsOne?: true;
}

/** An argument that a module gets from elsewhere in the file. */
export interface Handed {
  readonly arg: string;
  readonly to: ReadonlySet<string>;
  /** A top-level key, or a value where one of some modules stands above. */
  readonly key?: string;
  readonly behind?: { readonly modules: ReadonlySet<string>; readonly value: boolean };
}

export const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The same for several modules. */
export const same = <T>(modules: string, what: T): { readonly [module: string]: T } =>
  Object.fromEntries([...names(modules)].map((module) => [module, what]));

/** The width of prototypes, written third, is one of channels. */
export const thirdScaled: Dialect["edits"][string] = (args, { widen }) =>
  args.map((arg, i) => (i === 2 ? widen(arg) : arg));

export const times = (channels: Channels, by: number): Channels =>
  typeof channels === "number" ? Math.floor(channels * by) : undefined;

/** Channels of what only lays pixels and channels out anew. */
export const moved: Dialect["channels"] = {
  Contract: ({ inputs }, [gain]) => times(inputs[0], (numberOf(gain?.value) ?? Number.NaN) ** 2),
  Expand: ({ inputs }, [gain]) => times(inputs[0], (numberOf(gain?.value) ?? Number.NaN) ** -2),
  ReOrg: ({ inputs }) => times(inputs[0], 4),
};

/** A module that is built for as many channels as come in, whatever is written. */
export const measured: Dialect["edits"] = { "nn.BatchNorm2d": () => [] };

/** Replaces the argument of that name, or adds it. */
export const put = (args: readonly Arg[], name: string, change: (arg: Arg | undefined) => Arg): readonly Arg[] => {
  const old = args.find((arg) => arg.name === name);
  return old ? args.map((arg) => (arg === old ? change(old) : arg)) : [...args, change(undefined)];
};
