import { op } from "../../core/op";
import type { Params } from "../../core/param";

interface About<P extends Params> {
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly params?: P;
  readonly source?: string;
}

/** An operator that changes values one by one: the shape stays, nothing is learned. */
export const elementwise = <const P extends Params = {}>({ name, summary, formula, params, source }: About<P>) =>
  op({
    name,
    summary,
    formula,
    source: source ?? `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
    inputs: { x: "*" },
    outputs: { y: "*" },
    params: params ?? ({} as P),
    infer: ({ x }) => ({ y: x }),
  });

/** One that bends: what stands between two layers so that they are not one. */
export const activation = <const P extends Params = {}>(about: About<P>) => ({
  ...elementwise(about),
  traits: ["activation"] as const,
});
