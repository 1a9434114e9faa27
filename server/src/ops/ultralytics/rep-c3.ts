import { op } from "../../core/op";
import { identity } from "../identity";
import { conv } from "./conv";
import { added, block, c2, chain, n, ratio, runner, share } from "./parts";
import { repConv } from "./rep-conv";

export const repC3 = op({
  name: "RepC3",
  summary: "Two ways, one of them a chain of RepConv, added.",
  ...block,
  params: { c2, e: ratio(1), n },
  infer({ x }, { c2, e, n }, _, call) {
    const run = runner(call),
      h = share(c2, e);
    const around = run("cv2", conv, x, { c2: h });
    const inside = chain(run, "m", n, repConv, run("cv1", conv, x, { c2: h }), { c2: h }).at(-1)!;
    const through = added(run, inside, around);
    return { y: h === c2 ? run("cv3", identity, through) : run("cv3", conv, through, { c2 }) };
  },
});
