import { divisible, floorDiv } from "../../core/dim";
import { say } from "../../core/message";
import { op } from "../../core/op";
import { avgPool2d } from "../avg-pool2d";
import { maxPool2d } from "../max-pool2d";
import { conv } from "./conv";
import { block, c2, half, halves, joined, runner } from "./parts";

export const adown = op({
  name: "ADown",
  summary: "Halves the size: half of the channels by a convolution, half by max pooling.",
  traits: ["convolution", "pooling"],
  ...block,
  params: { c2 },
  constraints: { "channels-split-in-two": "The input must have an even number of channels." },
  infer({ x }, { c2 }, must, call) {
    must("channels-split-in-two", divisible(x.C, 2), { input: "x" }, say`${x.C} channels cannot be halved`);
    const run = runner(call);
    const smooth = run("", avgPool2d, x, { kernel_size: [2, 2], stride: [1, 1] });
    const [first, second] = halves(smooth, floorDiv(x.C, 2));
    const pooled = run("", maxPool2d, second, { kernel_size: [3, 3], stride: [2, 2], padding: [1, 1] });
    return {
      y: joined(run, [
        run("cv1", conv, first, { c2: half(c2), k: [3, 3], s: [2, 2] }),
        run("cv2", conv, pooled, { c2: half(c2) }),
      ]),
    };
  },
});
