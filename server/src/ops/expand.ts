import { image } from "../core/batch";
import { compare, type Dim, sameShape } from "../core/dim";
import { say } from "../core/message";
import { op } from "../core/op";
import { param } from "../core/param";
import { labelled, list, size } from "../core/types";
import { mustName, named } from "./families/every-axis";

const sizes = labelled(list(size({ min: -1 })), "list of sizes, of which any may be -1");

export const expand = op({
  name: "Expand",
  summary: "Shows the same values again along axes of 1, and along new ones in front.",
  formula: "an axis of 1 becomes any size; -1 leaves a size as it is",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html",
  traits: ["reshape", "view"],
  inputs: { x: "*" },
  outputs: { y: "*" },
  params: {
    size: param(
      { ...sizes, suggest: ["[2, -1, 16, 32, 32]"] },
      {
        doc: "Sizes of all axes, that of the batch among them; -1 leaves one as it is.",
      },
    ),
  },
  constraints: {
    ...named,
    "only-ones-expand": "Only an axis of 1 takes another size; any other keeps its own.",
  },
  infer({ x }, { size }, must) {
    const at = { arg: "size" } as const;
    mustName(x, size, at, must);
    const added = size.length - x.length;
    if (added < 0) return { y: x };
    const news = size.slice(0, added).indexOf(-1);
    const fresh = say`-1 leaves a size as it is, but axis ${news} of ${size} is new and has none`;
    must("number-for-every-axis", news < 0 ? "yes" : "no", at, fresh);
    const keeps = (k: number): boolean => k >= added && size[k] === -1;
    const fits = (k: number): boolean => keeps(k) || x[k - added] === 1 || compare(x[k - added]!, size[k]!) !== "no";
    const wrong = x.findIndex((_, k) => !fits(k + added));
    const [own, wanted]: readonly [Dim, Dim] = [x[wrong] ?? 1, size[wrong + added] ?? 1];
    const message = say`an axis of ${own} of ${image(x)} cannot become ${wanted}: only an axis of 1 takes another size; -1 keeps ${own}`;
    must("only-ones-expand", wrong < 0 ? "yes" : "no", at, message);
    return { y: size.map((dim, k) => (keeps(k) ? x[k - added]! : dim)) };
  },
  changesNothing: ({ x }, _, { y }) => sameShape(x, y),
  reach: () => "everything",
});
