import { op } from "../../core/op";
import { param } from "../../core/param";
import { int } from "../../core/types";
import { conv2d } from "../conv2d";
import { identity } from "../identity";
import { upsample } from "../upsample";
import { conv } from "./conv";
import { type Image, joined, runner, withChannels } from "./parts";

/** Fixed in the library: groups that the mask of a prompt is spread over. */
const groups = 16;

export const savpe = op({
  name: "SAVPE",
  summary: "Makes the vector of a class out of a place that is marked in the image.",
  inputs: { xs: "N C H W+" },
  outputs: { y: "N C H W" },
  params: {
    c3: param(int({ min: 1 }), { doc: "Channels inside." }),
    embed: param(int({ min: 1 }), { doc: "Length of the vectors that stand for texts." }),
  },
  infer({ xs }, { c3, embed }, _, call) {
    const run = runner(call),
      first = xs[0]!;
    const fitted = (name: string, x: Image, i: number): Image =>
      i === 1 || i === 2 ? run(name, upsample, x, { size: [first.H, first.W] }) : run(name, identity, x);
    const values = xs.map((x, i) => {
      const inside = run(`cv1.${i}.1`, conv, run(`cv1.${i}.0`, conv, x, { c2: c3, k: [3, 3] }), { c2: c3, k: [3, 3] });
      return fitted(`cv1.${i}.2`, inside, i);
    });
    const places = xs.map((x, i) => fitted(`cv2.${i}.1`, run(`cv2.${i}.0`, conv, x, { c2: c3 }), i));
    const y = run("cv3", conv2d, joined(run, values), { out_channels: embed, kernel_size: [1, 1] });
    const window = { out_channels: groups, kernel_size: [3, 3], padding: [1, 1] };
    const seen = run("cv4", conv2d, joined(run, places), window);
    const marked = run("cv5", conv2d, withChannels(first, 1), window);
    run("cv6.1", conv2d, run("cv6.0", conv, joined(run, [seen, marked]), { c2: groups, k: [3, 3] }), window);
    return { y };
  },
});
