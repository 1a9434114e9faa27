import { op } from "../../core/op";
import { c3Frame, params } from "./c3";
import { conv } from "./conv";
import { added, block, type Image, runner, share } from "./parts";
import { repConv } from "./rep-conv";

export const repNcsp = op({
  name: "RepCSP",
  summary: "C3 whose bottlenecks begin with RepConv.",
  ...block,
  params,
  infer({ x }, { c2, shortcut, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const inside = (start: Image): Image => {
      let y = start;
      for (let i = 0; i < n; i++) {
        const more = run(`m.${i}.cv2`, conv, run(`m.${i}.cv1`, repConv, y, { c2: h }), { c2: h, k: [3, 3] });
        y = shortcut ? added(run, y, more) : more;
      }
      return y;
    };
    return { y: c3Frame(run, x, c2, h, inside) };
  },
});
