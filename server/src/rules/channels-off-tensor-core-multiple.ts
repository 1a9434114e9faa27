import { argOf } from "../core/analysis";
import { imageOf, type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { int } from "../core/types";

export const channelsOffTensorCoreMultiple = rule({
  id: "channels-off-tensor-core-multiple",
  summary: "A number of channels does not fill the tiles that tensor cores work on.",
  why: "Matrix units take 8 values of 16 bits at a time. What is left over costs as much as a full tile, and some libraries leave the fast units altogether.",
  severity: "information",
  waits: true,
  set: "performance",
  source: "https://docs.nvidia.com/deeplearning/performance/dl-performance-convolutional/index.html",
  options: {
    multiple: param(int({ min: 2, suggest: [4, 8, 16, 64] }), {
      doc: "What channels should be a multiple of.",
      default: 8,
    }),
  },
  check(model, report, { multiple }) {
    for (const part of wholeParts(model)) {
      const channels = channelsOf(part);
      if (channels === undefined || channels % multiple === 0) continue;
      const [below, above] = [Math.floor, Math.ceil].map((round) => round(channels / multiple) * multiple);
      const near = below ? say`${below} and ${above!} are` : say`${above!} is`;
      const span = argOf(part.step, "out_channels")?.value.span ?? argOf(part.step, "out_features")?.value.span;
      report(part.step, say`${channels} output channels are no multiple of ${multiple}; ${near}`, {
        ...(span && { span }),
      });
    }
  },
});

/** Of a layer that is worth filling: what the model gives has as many channels as there are answers. */
function channelsOf(part: Part): number | undefined {
  const { op, args, isWhole, isGiven, outputs } = part;
  if (!op || !isWhole || isGiven || leadsOut(part)) return undefined;
  const channels = args["out_channels"] ?? args["out_features"];
  if (typeof channels !== "number") return undefined;
  if (op.traits.includes("dense")) return channels;
  // A gate of one pixel computes next to nothing, and filters that read one channel each use no matrix units.
  const image = imageOf(part, outputs[0]);
  const isPixel = !image || image.spatial.every((size) => size === 1);
  return op.traits.includes("convolution") && !isPixel && args["groups"] !== channels ? channels : undefined;
}

/** Whether nothing with filters stands between a layer and what the model gives. */
const leadsOut = ({ readers }: Part): boolean =>
  readers.some(
    ({ part }) => part.isGiven && !part.op?.traits.some((trait) => trait === "convolution" || trait === "dense"),
  );
