import { argOf } from "../core/analysis";
import { say } from "../core/message";
import { replace } from "../core/problem";
import type { Rule } from "../core/rule";

export const biasBeforeNorm: Rule = {
  id: "bias-before-norm",
  summary: "A bias right before a normalisation has no effect.",
  why: "The normalisation subtracts the mean of every channel, and a constant with it. The weights are stored and trained for nothing.",
  severity: "warning",
  check({ steps }, report) {
    const reads = (id: number) => steps.filter((step) => step.node.inputs.some((edge) => edge.node === id));
    for (const norm of steps) {
      const source = norm.node.inputs[0]?.node;
      const before = source === undefined ? undefined : steps[source];
      if (!before?.spelling || !norm.spelling?.op.traits.includes("normalisation")) continue;
      if (!before.spelling.op.traits.includes("convolution") || before.args?.["bias"] !== true) continue;
      // Whoever else reads the convolution still sees the bias.
      if (reads(before.node.id).length > 1) continue;
      const written = argOf(before, "bias")?.value.span;
      report(before, say`the bias is cancelled by ${norm.node.op}`, {
        ...(written && { span: written, fixes: [replace(say`Set bias to false`, written, "false")] }),
        related: [{ span: norm.node.opSpan, message: say`normalised here` }],
      });
    }
  },
};
