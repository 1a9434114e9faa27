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
  /** What the framework refuses beyond what the operator does. */
  readonly constraints: { readonly [K in C]: string };
  must?(inputs: Tensors<I>, args: Args<P>, must: Must<C, P, I>): void;
}

/** The operators of one framework under the names it gives them. */
export interface Vocabulary {
  readonly id: string;
  readonly layout: Layout;
  readonly spellings: ReadonlyMap<string, Spelling>;
}

/** An entry of a vocabulary; what is not said is as the operator has it. */
export function spell<P extends Params, I extends Ports, O extends Ports, const C extends string = never>(
  op: Op<P, I, O, any>,
  said: Partial<Omit<Spelling<P, I, O, C>, "op">> = {},
): Spelling<P, I, O, C> {
  const { words = {}, states = {}, ignores = [], implied = [] } = said;
  const written = new Map(Object.entries(words).map(([name, param]) => [param as string, name]));
  const order = [
    ...Object.keys(states),
    ...Object.keys(op.params).map((param) => written.get(param) ?? param),
    ...ignores,
  ];
  return {
    op,
    words,
    states,
    ignores,
    implied,
    defaults: {},
    constraints: {} as Spelling<P, I, O, C>["constraints"],
    order: order.filter((name) => !implied.includes(name)),
    ...said,
  };
}

/** The operator's parameter behind a written name. */
export function parameterOf({ op, words, states, ignores }: Spelling, written: string): string | undefined {
  const own = words[written] ?? (written in states || ignores.includes(written) ? undefined : written);
  return own !== undefined && own in op.params && (own === words[written] || !Object.values(words).includes(own))
    ? own
    : undefined;
}

/** The written name of an operator's parameter. */
export const wordFor = ({ words }: Spelling, param: string): string =>
  Object.keys(words).find((written) => words[written] === param) ?? param;
