import { compare } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, list } from "../../core/types";

export const cbFuse = op({
  name: "CBFuse",
  summary: "Brings images to the size of the last one and adds them.",
  traits: ["join"],
  inputs: { xs: "N C H W+" },
  outputs: { y: "N C H W" },
  params: {
    idx: param(list(int({ min: 0 })), { doc: "Which piece of each input is taken; the last input has only one." }),
  },
  constraints: { "pieces-agree": "All pieces must have as many channels as the last input." },
  infer({ xs }, _, must) {
    const last = xs.at(-1)!;
    xs.forEach((x, index) =>
      must(
        "pieces-agree",
        compare(x.C, last.C),
        { input: "xs", index },
        say`${x.C} channels cannot be added to ${last.C}`,
      ),
    );
    return { y: last };
  },
});
