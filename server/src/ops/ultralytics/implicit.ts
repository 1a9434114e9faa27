import { op, weight } from "../../core/op";

/** Learned values of a head that do not depend on what it reads, one for each channel. */
const implicit = (name: string, summary: string) =>
  op({
    name,
    summary,
    inputs: { x: "N C H W" },
    outputs: { y: "N C H W" },
    infer: ({ x }) => ({ y: x }),
    weights: ({ x }) => [weight("implicit", [1, x.C, 1, 1])],
  });

export const implicitA = implicit("ImplicitA", "Adds a learned value to every channel.");
export const implicitM = implicit("ImplicitM", "Multiplies every channel by a learned value.");
