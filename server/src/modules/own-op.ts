import { type Dim, unknown } from "../core/dim";
import { type Op, op, weight } from "../core/op";
import type { Params } from "../core/param";
import { type Formula, positive, type Values } from "./formula";
import { asValue } from "./written";

/** What a declaration says of the result and of what it costs; what it does not say is unknown. */
export interface Figures {
  readonly channels?: Formula;
  readonly height?: Formula;
  readonly width?: Formula;
  readonly parameters?: Formula;
  readonly macs?: Formula;
}

type Image = { readonly N: Dim; readonly C: Dim; readonly H: Dim; readonly W: Dim };
type Args = { readonly [name: string]: unknown };

/** What formulas may name: sizes of the input, and arguments, which come first. */
export const valuesOf = (x: Image, args: Args): Values =>
  new Map(Object.entries({ c1: x.C, height: x.H, width: x.W, ...args }).map(([name, one]) => [name, asValue(one)]));

const along = (values: Values, size: Dim): Values =>
  values.has("size") ? values : new Map([...values, ["size", asValue(size)]]);

/** An operator of which only figures are known. */
export function ownOp(name: string, summary: string, params: Params, figures: Figures): Op {
  const { channels, height, width, parameters, macs } = figures;
  const of = (formula: Formula | undefined, values: Values): Dim => (formula ? formula(values) : unknown);
  return op({
    name,
    summary,
    traits: ["own"],
    inputs: { x: "N C H W" },
    outputs: { y: "N C H W" },
    params,
    infer({ x }, args) {
      const values = valuesOf(x, args);
      const C = positive(of(channels, values)),
        H = positive(of(height, along(values, x.H))),
        W = positive(of(width, along(values, x.W)));
      return { y: { N: x.N, C, H, W } };
    },
    weights({ x }, args) {
      const count = of(parameters, valuesOf(x, args));
      return count === 0 ? [] : [weight("parameters", [count])];
    },
    macs: ({ x }, args) => [of(macs, valuesOf(x, args))],
    // Nothing is said of where it looks.
    reach: () => "everything",
  });
}
