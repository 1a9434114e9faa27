import { op } from "../../core/op";
import { param } from "../../core/param";
import { anything, bool, int } from "../../core/types";
import { relu } from "../relu";
import { conv } from "./conv";
import { added, block, half, type Image, joined, n, runner, shortcutOff } from "./parts";

export const hgBlock = op({
  name: "HGBlock",
  summary: "A chain of convolutions, all of their results joined.",
  ...block,
  params: {
    cm: param(int({ min: 1 }), { doc: "Channels inside; never scaled.", unit: "channels" }),
    c2: param(int({ min: 1 }), { doc: "Output channels; never scaled.", unit: "channels" }),
    k: param(int({ min: 1 }), { doc: "Side of a filter.", unit: "px", default: 3 }),
    lightconv: param(bool, { doc: "Whether the inner convolutions are depthwise.", default: false }),
    shortcut: shortcutOff,
    act: param(anything, { doc: "The activation, one for all of them.", default: "nn.ReLU()" }),
    n: { ...n, default: 6 },
  },
  infer({ x }, { cm, c2, k, lightconv, shortcut, n }, _, call) {
    const run = runner(call),
      kernel = [k, k];
    const inner = (name: string, y: Image): Image =>
      lightconv
        ? run(`${name}.conv2`, conv, run(`${name}.conv1`, conv, y, { c2: cm, act: false }), {
            c2: cm,
            k: kernel,
            g: cm,
            act: relu,
          })
        : run(name, conv, y, { c2: cm, k: kernel, act: relu });
    const results = [x];
    for (let i = 0; i < n; i++) results.push(inner(`m.${i}`, results[i]!));
    const narrow = run("sc", conv, joined(run, results), { c2: half(c2), act: relu });
    const y = run("ec", conv, narrow, { c2, act: relu });
    return { y: shortcut && x.C === c2 ? added(run, x, y) : y };
  },
});
