import type { Message } from "./message";
import { once } from "./once";
import type { AxisOf, Must, Op, Ports, Tensors } from "./op";
import { type Args, type Param, type Params, param } from "./param";
import type { PythonClass } from "./python-class";
import type { Severity } from "./severity";
import { anyCase, choice, optional } from "./types";
import type { Written } from "./written";

/** The order of axes in memory, which decides how shapes are written, never how they are inferred. */
export type Layout = "channels-first" | "channels-last";

/** How one framework says one operator. The operator has the widest meaning; the framework's own is narrower. */
export interface Spelling<
  P extends Params = any,
  I extends Ports = any,
  O extends Ports = any,
  C extends string = any,
> {
  readonly op: Op<P, I, O, any>;
  /** Written names of parameters, where they are not the operator's own. */
  readonly words: { readonly [written: string]: keyof P & string };
  /** Arguments that only state what follows from the input: by written name, the axis they state. */
  readonly states: { readonly [written: string]: AxisOf<I> };
  /** Whether a call with these arguments compares what it states; without, each one does. */
  readonly compares?: (args: Args<P>) => boolean;
  /** Arguments that change neither shapes nor counts. */
  readonly ignores: readonly string[];
  /** Parameters that the format fills in and nobody writes. */
  readonly implied: readonly string[];
  /** Written names in the order of a positional call. */
  readonly order: readonly string[];
  readonly defaults: Partial<Args<P>>;
  /** Parameters of which the framework takes less than the operator does, or says something else. */
  readonly takes: { readonly [K in keyof P]?: Partial<Param<any>> };
  /** Other written names that the framework still takes for one of its own. */
  readonly aliases: { readonly [written: string]: keyof P & string };
  /** The argument that says in which order the axes of this one call are. */
  readonly layoutBy?: string;
  /** Arguments that name an operator which is applied to the result, such as Keras' `activation`. */
  readonly applies: readonly string[];
  /** What the framework refuses beyond what the operator does. */
  readonly constraints: { readonly [K in C]: string };
  /** The operator's parameter behind each written name that has one. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The operator's parameters as the framework has them: what it takes, and its own defaults. */
  readonly params: Params;
  must?(inputs: Tensors<I>, args: Args<P>, must: Must<C, P, I>): void;
  /** The class of the workspace that it is. */
  readonly foundIn?: PythonClass;
}

/** What is said of a name that no spelling has, where it may stand for something all the same. */
export interface Stranger {
  readonly severity: Severity;
  readonly message: Message;
  /** The name that may be meant. */
  readonly near?: string;
  readonly source?: PythonClass;
}

/** The operators of one framework under the names it gives them. */
export interface Vocabulary {
  readonly id: string;
  /** The framework's name in a sentence. */
  readonly title: string;
  readonly layout: Layout;
  /** Whether moving statistics are counted as parameters. */
  readonly countsState: boolean;
  readonly spellings: ReadonlyMap<string, Spelling>;
  /** Values go to Python as they are, which counts with true and false and takes numbers for them. */
  readonly python?: true;
  /** Operators under the names that arguments such as `activation` have for them; absent where a name stands for none. */
  readonly activations?: ReadonlyMap<string, string | undefined>;
  /** Names that the framework gave up, with what to write instead. */
  readonly gone?: ReadonlyMap<string, Message>;
  readonly nicknames?: Nicknames;
  /** Absent where a name that is none of these is wrong. */
  readonly stranger?: (name: string) => Stranger;
  /** How people write these values in such files, where not as YAML and JSON do. */
  readonly literals?: { readonly true: string; readonly false: string; readonly null: string };
  /** How arguments are written in such files, where not as in YAML. */
  readonly written?: Written;
  /** What a file puts in the place of an operator inside of others. */
  readonly instead?: Instead;
  /** Other frameworks whose words are mixed up with these. */
  readonly elsewhere?: readonly Vocabulary[];
}

export interface Instead {
  readonly of: Op;
  readonly by: Op;
}

/** What people write instead of a framework's words, in small letters and without underscores. */
export interface Nicknames {
  /** Several operators where the number of axes decides which of them is meant. */
  readonly operators: ReadonlyMap<string, readonly string[]>;
  readonly args: ReadonlyMap<string, readonly string[]>;
}

/** From a table that lists behind each of the framework's words what people write for it. */
export function nicknames(
  operators: { readonly [names: string]: string },
  args: { readonly [name: string]: string },
): Nicknames {
  const byNickname = (table: { readonly [names: string]: string }): ReadonlyMap<string, readonly string[]> => {
    const meant = new Map<string, readonly string[]>();
    for (const [names, written] of Object.entries(table))
      for (const word of written.split(" ")) meant.set(word, [...(meant.get(word) ?? []), ...names.split(" ")]);
    return meant;
  };
  const [ofOperators, ofArgs] = [once(() => byNickname(operators)), once(() => byNickname(args))];
  return {
    get operators() {
      return ofOperators();
    },
    get args() {
      return ofArgs();
    },
  };
}

/** Whether a layer can be called so; functions that arguments name are none. */
export const isLayer = ({ spellings, activations }: Vocabulary, name: string): boolean =>
  spellings.has(name) && !activations?.has(name);

/**
 * An entry of a vocabulary; what is not said is as the operator has it. Frameworks have hundreds, of which a file names
 * a few, so what follows from the parameters is worked out when it is asked for.
 */
export function spell<P extends Params, I extends Ports, O extends Ports, const C extends string = never>(
  op: Op<P, I, O, any>,
  said: Partial<Omit<Spelling<P, I, O, C>, "op" | "parameters" | "params">> = {},
): Spelling<P, I, O, C> {
  const { words = {}, states = {}, ignores = [], implied = [], applies = [], aliases = {}, layoutBy } = said;
  const own = once(() => {
    const written = new Map(Object.entries(words).map(([name, param]) => [param as string, name]));
    return Object.keys(op.params).map((param) => [written.get(param) ?? param, param] as const);
  });
  const layouts = layoutBy === undefined ? [] : [layoutBy];
  const parameters = once(
    () => new Map([...own(), ...Object.entries(aliases), ...layouts.map((name) => [name, name] as const)]),
  );
  const params = once(() => paramsOf(op.params, said));
  const order = once(() => {
    const words = own().map(([word]) => word);
    const all = [...Object.keys(states), ...words, ...layouts, ...applies, ...ignores];
    return said.order ?? all.filter((name) => !implied.includes(name));
  });
  return {
    op,
    words,
    states,
    ignores,
    implied,
    applies,
    defaults: {},
    takes: {},
    aliases,
    constraints: {} as Spelling<P, I, O, C>["constraints"],
    ...said,
    get parameters() {
      return parameters();
    },
    get params() {
      return params();
    },
    get order() {
      return order();
    },
  };
}

function paramsOf(params: Params, { defaults = {}, takes = {}, layoutBy }: Partial<Spelling>): Params {
  const narrower = Object.entries(params).map(([name, param]): [string, Param<any>] => [
    name,
    { ...param, ...(name in defaults && { default: defaults[name] }), ...takes[name] },
  ]);
  return { ...Object.fromEntries(narrower), ...(layoutBy !== undefined && { [layoutBy]: layoutParam }) };
}

const layouts: { readonly [word: string]: Layout } = {
  channels_last: "channels-last",
  channels_first: "channels-first",
};

const layoutParam = param(optional(anyCase(choice("channels_last", "channels_first"))), {
  doc: "Where the axis of the channels stands, in what the layer reads and gives.",
});

/** The order of axes in one call: the framework's, unless an argument says otherwise. */
export const layoutOf = ({ layoutBy }: Spelling, args: { readonly [name: string]: unknown }, usual: Layout): Layout =>
  layouts[String(args[layoutBy ?? ""])] ?? usual;

/** The class of the workspace that a name stands for, whether or not it is known what that does. */
export const sourceIn = ({ spellings, stranger }: Vocabulary, name: string): PythonClass | undefined =>
  spellings.has(name) ? spellings.get(name)!.foundIn : stranger?.(name).source;

/** The operator's parameter behind a written name. */
export const parameterOf = ({ parameters }: Spelling, written: string): string | undefined => parameters.get(written);

/** The written name of an operator's parameter. */
export const wordFor = ({ words }: Spelling, param: string): string =>
  Object.keys(words).find((written) => words[written] === param) ?? param;
