import { argOf } from "../core/analysis";
import { imageOf, shapeOf, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { rule } from "../core/rule";

export const adaptivePoolNotExportable = rule({
  id: "adaptive-pool-not-exportable",
  summary: "An adaptive pooling whose windows differ in size cannot be exported.",
  why: "ONNX has no such operator: the exporter writes a plain pooling, and refuses where the wanted size does not divide the image.",
  severity: "warning",
  waits: true,
  set: "export",
  source: "https://github.com/pytorch/pytorch/issues/64806",
  near: true,
  check(model, report) {
    for (const part of wholeParts(model)) {
      const { op, inputs, outputs, isWhole, step } = part;
      const isAdaptive = op?.traits.includes("pooling") && "output_size" in op.params && !("kernel_size" in op.params);
      const from = inputs[0] && imageOf(part, shapeOf(inputs[0]));
      const to = imageOf(part, outputs[0]);
      // What is there for training alone is not exported.
      if (!isAdaptive || !isWhole || step.node.training || !from || !to) continue;
      const axis = to.spatial.findIndex((size, i) => Number(from.spatial[i]) % Number(size) > 0);
      if (axis < 0) continue;
      const [size, wanted] = [Number(from.spatial[axis]), Number(to.spatial[axis])];
      const span = argOf(step, "output_size")?.value.span;
      const near = say`${nearestDivisor(size, wanted)} divides ${size}`;
      report(
        step,
        say`${wanted} does not divide ${size}, so the windows differ in size and ONNX cannot say them; ${near}`,
        {
          ...(span && { span }),
        },
      );
    }
  },
});

/** The divisor of a size that is nearest to what was wanted, of two the smaller. */
function nearestDivisor(size: number, wanted: number): number {
  for (let away = 1; ; away++)
    for (const near of [wanted - away, wanted + away]) if (near > 0 && size % near === 0) return near;
}
