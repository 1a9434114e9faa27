import { type Misfit, misfitsIn } from "../core/ending";
import type { Part } from "../core/flow";
import { lossOf } from "../core/losses";
import { type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const softmaxBeforeLoss = rule({
  id: "softmax-before-loss",
  summary: "The last layer and the stated loss do not agree on who applies the softmax.",
  why: "Some losses apply it themselves. Behind a Softmax it is then applied twice: the scores lie between 0 and 1, all classes stay nearly equally likely, and the model learns slowly and never becomes sure. Where a loss takes probabilities and gets scores, it computes with logarithms of numbers that are none.",
  severity: "warning",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
  near: true,
  asks: (graph) => lossOf(graph) !== undefined,
  check(model, report) {
    for (const { part, found, place } of misfitsIn(model)) {
      const message = messageOf(part, found);
      if (!message) continue;
      const isEqual = found.gives === "log-shares" && found.loss.takes === "logits" && found.loss.over === "classes";
      report(part.step, message, {
        ...(isEqual && { severity: "information" }),
        ...place,
        ...(isTwice(found) && !place.span && without(part, model.graph.vocabulary, false)),
        related: [...place.related, { span: found.loss.span, message: say`the loss is stated here` }],
      });
    }
  },
});

/** Whether the loss does itself what the last layer does. */
const isTwice = ({ gives, loss }: Misfit): boolean =>
  (gives === "shares" || gives === "log-shares") && loss.takes === "logits";

function messageOf(part: Part, { gives, loss }: Misfit): Message | undefined {
  const op = nameOf(part);
  const { name, takes, over } = loss;
  if (gives === "shares" && takes === "logits")
    return over === "classes"
      ? say`${name} applies the softmax itself, so that behind ${op} it is applied twice`
      : say`${name} applies a sigmoid itself and takes logits, but ${op} gives shares`;
  if (gives === "log-shares" && takes === "logits")
    return over === "classes"
      ? say`${name} applies the softmax and its logarithm itself: ${op} changes nothing of its value`
      : say`${name} applies a sigmoid itself and takes logits, but ${op} gives logarithms of shares`;
  if (over !== "classes") return undefined;
  if (takes === "log-probabilities") {
    if (gives === "logits")
      return say`${name} takes logarithms of probabilities, and ${op} gives logits: a LogSoftmax is missing`;
    return gives === "shares"
      ? say`${name} takes logarithms of probabilities, and ${op} gives the probabilities`
      : undefined;
  }
  if (takes !== "probabilities") return undefined;
  if (gives === "logits") return say`${name} takes probabilities, and ${op} gives logits: a softmax is missing`;
  return gives === "log-shares" ? say`${name} takes probabilities, and ${op} gives their logarithms` : undefined;
}
