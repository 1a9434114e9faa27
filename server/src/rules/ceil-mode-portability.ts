import { argOf } from "../core/analysis";
import { wholeParts } from "../core/flow";
import { say } from "../core/message";
import { rule } from "../core/rule";
import { countWith, linesOf, sizedWindowsOf } from "../core/windows";

export const ceilModePortability = rule({
  id: "ceil-mode-portability",
  summary: "A pooling rounds up, and the last window stands over the edge.",
  why: "Runtimes differ in it: some know only rounding down, some average over the part that lies outside too. The exported network then gives another size, or other numbers at the edge.",
  severity: "information",
  waits: true,
  set: "export",
  source: "https://onnx.ai/onnx/operators/onnx__AveragePool.html",
  near: true,
  check(model, report) {
    for (const part of wholeParts(model)) {
      if (part.args["ceil_mode"] !== true || !part.isWhole || part.step.node.training) continue;
      const over = sizedWindowsOf(part).find((window) => window.count > countWith(window, window.before));
      if (!over) continue;
      const { axis, size, count, before } = over;
      const span = argOf(part.step, "ceil_mode")?.value.span;
      const less = countWith(over, before);
      const message = say`${size} ${linesOf(axis, size)} ${size === 1 ? say`gives` : say`give`} ${count}, but ${less} in a runtime that rounds down; ${reaching(over)} ${linesOf(axis, 2)} give ${count} in both`;
      report(part.step, message, { ...(span && { span }) });
    }
  },
});

/** The size in which the last window ends at the edge. */
const reaching = ({ count, stride, taps, dilation, before }: ReturnType<typeof sizedWindowsOf>[number]): number =>
  (count - 1) * stride + dilation * (taps - 1) + 1 - 2 * before;
