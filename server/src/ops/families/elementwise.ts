import { type Chance, type Op, op, type Range } from "../../core/op";
import type { Args, Params } from "../../core/param";

interface About<P extends Params> {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly params?: P;
  readonly source?: string;
  readonly chance?: Chance;
}

interface Bends<P extends Params> extends About<P> {
  readonly range?: (args: Args<P>) => Range;
  readonly keeps?: (args: Args<P>) => Range | undefined;
  readonly scores?: Op["scores"];
  readonly sharesAlong?: () => readonly number[];
  /** Whether it is flat on both sides. */
  readonly saturates?: true;
}

/** An operator that changes values one by one: the shape stays, nothing is learned. */
export const elementwise = <const P extends Params = {}>({
  name,
  summary,
  formula,
  params,
  source,
  chance,
}: About<P>) =>
  op({
    name,
    summary,
    formula,
    source: source ?? `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    inputs: { x: "*" },
    outputs: { y: "*" },
    params: params ?? ({} as P),
    infer: ({ x }) => ({ y: x }),
    ...(chance && { chance }),
  });

/** One that bends: what stands between two layers so that they are not one. */
export const activation = <const P extends Params = {}>({
  saturates,
  range,
  keeps,
  scores,
  sharesAlong,
  ...about
}: Bends<P>) => ({
  ...elementwise(about),
  traits: saturates ? (["activation", "saturating"] as const) : (["activation"] as const),
  ...(range && { range }),
  ...(keeps && { keeps }),
  ...(scores && { scores }),
  ...(sharesAlong && { sharesAlong }),
});
