import type { AxisOf, Must, Op, Ports, Tensors } from "./op";
import type { Args, Params } from "./param";

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
  /** Arguments that change neither shapes nor counts. */
  readonly ignores: readonly string[];
  /** Parameters that the format fills in and nobody writes. */
  readonly implied: readonly string[];
  /** Written names in the order of a positional call. */
  readonly order: readonly string[];
  readonly defaults: Partial<Args<P>>;
  /** Arguments that name an operator which is applied to the result, such as Keras' `activation`. */
  readonly applies: readonly string[];
  /** What the framework refuses beyond what the operator does. */
  readonly constraints: { readonly [K in C]: string };
  /** The operator's parameter behind each written name that has one. */
  readonly parameters: ReadonlyMap<string, string>;
  must?(inputs: Tensors<I>, args: Args<P>, must: Must<C, P, I>): void;
}

/** The operators of one framework under the names it gives them. */
export interface Vocabulary {
  readonly id: string;
  readonly layout: Layout;
  /** Whether moving statistics are counted as parameters. */
  readonly countsState: boolean;
  readonly spellings: ReadonlyMap<string, Spelling>;
  /** Operators under the names that arguments such as `activation` have for them; absent where a name stands for none. */
  readonly activations?: ReadonlyMap<string, string | undefined>;
}

/** An entry of a vocabulary; what is not said is as the operator has it. */
export function spell<P extends Params, I extends Ports, O extends Ports, const C extends string = never>(
  op: Op<P, I, O, any>,
  said: Partial<Omit<Spelling<P, I, O, C>, "op" | "parameters">> = {},
): Spelling<P, I, O, C> {
  const { words = {}, states = {}, ignores = [], implied = [], applies = [] } = said;
  const written = new Map(Object.entries(words).map(([name, param]) => [param as string, name]));
  const own = Object.keys(op.params).map((param) => [written.get(param) ?? param, param] as const);
  const order = [...Object.keys(states), ...own.map(([word]) => word), ...applies, ...ignores];
  return {
    op,
    words,
    states,
    ignores,
    implied,
    applies,
    defaults: {},
    constraints: {} as Spelling<P, I, O, C>["constraints"],
    parameters: new Map(own),
    order: order.filter((name) => !implied.includes(name)),
    ...said,
  };
}

/** The operator's parameter behind a written name. */
export const parameterOf = ({ parameters }: Spelling, written: string): string | undefined => parameters.get(written);

/** The written name of an operator's parameter. */
export const wordFor = ({ words }: Spelling, param: string): string =>
  Object.keys(words).find((written) => words[written] === param) ?? param;
