import { argOf } from "../core/analysis";
import { hasFilters } from "../core/ending";
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
  const { op, args, isWhole, isGiven } = part;
  if (!op || !isWhole || isGiven) return undefined;
  const channels = args["out_channels"] ?? args["out_features"];
  if (typeof channels !== "number" || leadsOut(part)) return undefined;
  // A gate of one pixel computes next to nothing, and filters that read one channel each use no matrix units.
  if (op.traits.includes("dense")) return isGate(part) ? undefined : channels;
  return op.traits.includes("convolution") && isWide(part) && args["groups"] !== channels ? channels : undefined;
}

/** Whether nothing with filters stands between a layer and what the model gives. */
const leadsOut = (from: Part): boolean =>
  reaches(
    from,
    ({ op }) => hasFilters(op),
    ({ isGiven }) => isGiven,
  );

/** Whether what a layer gives has no places, and an image is multiplied with what becomes of it. */
const isGate = (from: Part): boolean =>
  !isWide(from) &&
  reaches(
    from,
    (part) => isWide(part) || !part.outputs.length,
    ({ readers }) => readers.some(({ part }) => part.op?.name === "Multiply" && isWide(part)),
  );

/** An image of more than one pixel. */
function isWide(part: Part): boolean {
  const image = imageOf(part, part.outputs[0]);
  return image?.spatial.some((size) => size !== 1) === true;
}

/** Whether one of the parts behind another is looked for; what stops ends the way before it. */
function reaches(from: Part, stops: (part: Part) => boolean, isWanted: (part: Part) => boolean): boolean {
  const seen = new Set([from]);
  for (const part of seen) {
    if (isWanted(part)) return true;
    for (const reader of part.readers) if (!stops(reader.part)) seen.add(reader.part);
  }
  return false;
}
