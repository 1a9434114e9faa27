import { compare, unknown } from "../../core/dim";
import { say } from "../../core/message";
import { op, weight } from "../../core/op";
import { param } from "../../core/param";
import { anything, bool, int, text } from "../../core/types";
import { type Image, runner } from "./parts";
import { behind, type Child, published } from "./published";

interface Cut {
  readonly model: string;
  readonly unwrap: boolean;
  readonly truncate: number;
}

/** The parts that are run, where they are known and an image is all that passes between them. */
function partsOf({ model, unwrap, truncate }: Cut): readonly Child[] | undefined {
  const parts = published.get(model);
  return parts && unwrap && truncate >= behind
    ? parts.slice(0, Math.max(0, parts.length + behind - truncate))
    : undefined;
}

export const torchVision = op({
  name: "TorchVision",
  summary: "The first parts of a network of torchvision.",
  inputs: { x: "N C H W" },
  outputs: { ys: "N C H W+" },
  params: {
    model: param(text, { doc: "Name of the network, such as resnet18." }),
    weights: param(anything, { doc: "Which trained weights it begins with.", default: "DEFAULT" }),
    unwrap: param(bool, { doc: "Whether it is taken apart, so that the last parts can be left out.", default: true }),
    truncate: param(int(), { doc: "Parts that are left out at the end.", default: 2 }),
    split: param(bool, { doc: "Whether the input and the results of all parts are handed on.", default: false }),
  },
  constraints: { "reads-three-channels": "Networks of torchvision read images of three channels." },
  infer({ x }, args, must, call) {
    const message = say`${args.model} reads an image of 3 channels, and this one has ${x.C}`;
    must("reads-three-channels", published.has(args.model) ? compare(x.C, 3) : "maybe", { input: "x" }, message);
    const parts = partsOf(args);
    if (!parts) return { ys: [] };
    const run = runner(call);
    const results: Image[] = [x];
    for (const [i, part] of parts.entries()) results.push(part(run, `m.${i}`, results[i]!));
    return { ys: args.split ? results : results.slice(-1) };
  },
  weights: (_, args) => (partsOf(args) ? [] : [weight("m.weight", [unknown])]),
});
