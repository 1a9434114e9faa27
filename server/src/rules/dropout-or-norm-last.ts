import { isWritten, wrongAtEnd } from "../core/ending";
import type { Part } from "../core/flow";
import { lossOf } from "../core/losses";
import { type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const dropoutOrNormLast = rule({
  id: "dropout-or-norm-last",
  summary: "A dropout or normalisation is the last layer before a loss of classes.",
  why: "A dropout there zeroes scores at random, those of the right class too. A normalisation there gives every class the same mean and spread over a batch, however often it occurs. Both belong before the last layer with weights.",
  severity: "warning",
  near: true,
  asks: (graph) => lossOf(graph) !== undefined,
  check(model, report) {
    const loss = lossOf(model.graph);
    if (!loss) return;
    for (const { part, found, place } of wrongAtEnd(model, wrongIn))
      report(part.step, say`${nameOf(part)} is the last layer before ${loss.name}: ${found}`, {
        ...place,
        ...(!place.span && without(part, model.graph.vocabulary, false)),
        related: [...place.related, { span: loss.span, message: say`the loss is stated here` }],
      });
  },
});

function wrongIn(part: Part): Message | undefined {
  const { op, args } = part;
  if (!op || !isWritten(part)) return undefined;
  if (op.traits.includes("normalisation")) return say`it gives the scores of all classes the same mean and spread`;
  const rate = args["p"];
  const drops = op.chance?.loses === "values" || op.chance?.loses === "channels";
  return drops && rate !== 0 ? say`scores are zeroed at random, that of the right class too` : undefined;
}
