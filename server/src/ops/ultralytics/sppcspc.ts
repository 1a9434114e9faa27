import { op } from "../../core/op";
import { param } from "../../core/param";
import { int, list } from "../../core/types";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, g, half, joined, n, ratio, runner, share, shortcutOff } from "./parts";

export const sppcspc = op({
  name: "SPPCSPC",
  summary: "Two ways around each other, one of them with max pooling over windows of several sizes.",
  traits: ["pooling"],
  ...block,
  params: {
    c2,
    n: { ...n, doc: "Not used." },
    shortcut: shortcutOff,
    g: { ...g, doc: "Not used." },
    e: ratio(0.5),
    k: param(list(int({ min: 1 })), { doc: "Sides of the pooling windows.", unit: "px", default: [5, 9, 13] }),
  },
  infer({ x }, { c2, e, k }, _, call) {
    const run = runner(call),
      inside = { c2: share(2 * c2, e) },
      three = { ...inside, k: [3, 3] };
    const first = run("cv4", conv, run("cv3", conv, run("cv1", conv, x, inside), three), inside);
    const pooled = k.map((side, i) =>
      run(`m.${i}`, maxPool2d, first, { kernel_size: [side, side], stride: [1, 1], padding: [half(side), half(side)] }),
    );
    const through = run("cv6", conv, run("cv5", conv, joined(run, [first, ...pooled]), inside), three);
    return { y: run("cv7", conv, joined(run, [through, run("cv2", conv, x, inside)]), { c2 }) };
  },
});
