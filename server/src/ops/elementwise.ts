import { op, type Trait } from "../core/op";
import type { Params } from "../core/param";

/** An operator that changes values one by one: the shape stays, nothing is learned. */
export const elementwise = <const P extends Params>(name: string, summary: string, params: P, ...traits: Trait[]) =>
  op({ name, summary, traits, inputs: { x: "*" }, outputs: { y: "*" }, params, infer: ({ x }) => ({ y: x }) });
