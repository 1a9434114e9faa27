import { op } from "../../core/op";
import { conv2d } from "../conv2d";
import { firstChannels } from "./branches";
import { conv } from "./conv";
import { detect, head, params } from "./detect";
import { setsOf, widened } from "./extra";
import { idle } from "./idle";
import { runner } from "./parts";
import { keypoints } from "./pose";
import { realNvp } from "./real-nvp";

const { nc, ...rest } = params;

export const pose26 = op({
  name: "Pose26",
  summary: "Pose that in training also learns how sure of each point it is.",
  ...head,
  params: { nc, kpt_shape: keypoints, ...rest },
  infer({ xs }, { nc, kpt_shape, reg_max, end2end, legacy }, _, call) {
    const run = runner(call);
    const [points, values] = [kpt_shape[0]!, kpt_shape[1]!];
    const c = { c2: Math.max(Math.floor(firstChannels(xs) / 4), points * (values + 2)), k: [3, 3] };
    for (const set of setsOf(end2end))
      xs.forEach((x, i) => {
        const inside = run(`${set}cv4.${i}.1`, conv, run(`${set}cv4.${i}.0`, conv, x, c), c);
        run(`${set}cv4_kpts.${i}`, conv2d, inside, { out_channels: points * values, kernel_size: [1, 1] });
        run(`${set}cv4_sigma.${i}`, idle(conv2d), inside, { out_channels: 2 * points, kernel_size: [1, 1] });
      });
    call("flow_model", idle(realNvp), { x: { rest: [xs[0]!.N, points], F: 2 } });
    const { y } = call("", detect, { xs }, { nc, reg_max, end2end, legacy });
    return { y: widened(y, end2end, points * values) };
  },
});
