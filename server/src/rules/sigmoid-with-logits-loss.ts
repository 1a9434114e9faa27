import { type Misfit, misfitsIn } from "../core/ending";
import type { Part } from "../core/flow";
import { lossOf } from "../core/losses";
import { type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import { type Fix, replaceWord } from "../core/problem";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const sigmoidWithLogitsLoss = rule({
  id: "sigmoid-with-logits-loss",
  summary: "The last layer and the stated loss do not agree on who applies the sigmoid.",
  why: "A loss with logits applies it itself. Behind a Sigmoid it is applied twice: every probability lies between 0.5 and 0.73, and no label can be denied. A loss without logits takes logarithms of what it gets, which of a score below 0 there are none.",
  severity: "warning",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html",
  near: true,
  asks: (graph) => lossOf(graph) !== undefined,
  check(model, report) {
    for (const { part, found, place } of misfitsIn(model)) {
      const message = messageOf(part, found);
      if (!message) continue;
      const fix = fixOf(found);
      report(part.step, message, {
        ...(fix && { fixes: [fix] }),
        ...place,
        ...(isTwice(found) && !place.span && without(part, model.graph.vocabulary, false)),
        related: [...place.related, { span: found.loss.span, message: say`the loss is stated here` }],
      });
    }
  },
});

/** Whether the loss does itself what the last layer does. */
const isTwice = ({ gives, loss }: Misfit): boolean => gives === "chances" && loss.takes === "logits";

function messageOf(part: Part, { gives, loss }: Misfit): Message | undefined {
  const op = nameOf(part);
  const { name, takes, over } = loss;
  if (gives === "chances" && takes === "logits")
    return over === "labels"
      ? say`${name} applies the sigmoid itself, so that behind ${op} it is applied twice`
      : say`${name} applies a softmax itself and takes logits, but ${op} gives probabilities`;
  if (gives === "chances" && takes === "log-probabilities")
    return say`${name} takes logarithms of probabilities, and ${op} gives probabilities`;
  if (over !== "labels" || takes !== "probabilities") return undefined;
  if (gives === "logits") return say`${name} takes probabilities, and ${op} gives logits: a sigmoid is missing`;
  return say`${name} takes probabilities, and ${op} gives their logarithms`;
}

/** The loss that takes what the layer gives, where there is one. */
function fixOf({ gives, loss }: Misfit): Fix | undefined {
  const other = gives === "logits" && loss.isBare ? loss.others?.logits : undefined;
  return other === undefined ? undefined : replaceWord(say`Change the loss to ${other}`, loss.span, other, false);
}
