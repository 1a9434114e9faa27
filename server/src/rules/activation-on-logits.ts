import type { Model } from "../core/analysis";
import { hasFilters, isWritten, type Misfit, misfitsIn } from "../core/ending";
import { everywhere } from "../core/everywhere";
import { flowOf, origin, type Part } from "../core/flow";
import { lossOf } from "../core/losses";
import { type Message, say } from "../core/message";
import { nameOf } from "../core/naming";
import { handsOn, idleBehind, isBounded, isRandom, laysOut } from "../core/passing";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const activationOnLogits = rule({
  id: "activation-on-logits",
  summary: "An activation bounds the scores that a softmax or a loss takes.",
  why: "Scores say both for and against a class, so they must be free to be negative and to be large. Behind a ReLU nothing speaks against a class any more, and where all scores are 0 no gradient is left; behind a Sigmoid or Tanh no class can win clearly.",
  severity: "warning",
  source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
  near: true,
  asks: (graph) => lossOf(graph) !== undefined,
  needs: [
    (part) => part.op?.range !== undefined && isWritten(part) && isBounded(part.op.range(part.args)),
    (part) => part.op?.sharesAlong !== undefined && !hasFilters(origin(part.inputs[0], passes)?.part.op),
  ],
  check(model, report) {
    const misfits = misfitsIn(model);
    const last = misfits.filter(({ part, found }) => isOn(found) && !idleBehind(part));
    for (const { part, found, place } of last)
      report(
        part.step,
        say`${nameOf(part)} bounds the logits, and ${found.loss.name} takes them unbounded${cutOff(part)}`,
        {
          ...place,
          ...(!place.span && without(part, model.graph.vocabulary, false)),
          related: [...place.related, { span: found.loss.span, message: say`the loss is stated here` }],
        },
      );
    // What is before a softmax that is itself one too many is told of once that is gone.
    const ends = new Set(misfits.map(({ part }) => part));
    for (const { part, found } of everywhere(model, softmaxBehind, readBySoftmax(model)))
      if (!ends.has(found))
        report(
          part.step,
          say`${nameOf(part)} bounds the scores, and ${found.step.node.op} takes them unbounded${cutOff(part)}`,
          {
            ...without(part, model.graph.vocabulary, false),
            related: [{ span: found.step.node.opSpan, message: say`they are compared here` }],
          },
        );
  },
});

const isOn = ({ gives, loss }: Misfit): boolean =>
  gives === "bounded" || (gives === "log-chances" && loss.takes === "logits");

/** What a softmax reads, seen through what passes its values on. */
function readBySoftmax(model: Model): ReadonlySet<Part> {
  const shares = flowOf(model).filter(({ op }) => op?.sharesAlong);
  return new Set(shares.flatMap(({ inputs }) => origin(inputs[0], passes)?.part ?? []));
}

/** The softmax that alone reads what a bounding activation makes of a layer's scores. */
function softmaxBehind(part: Part): Part | undefined {
  const { op, args, isGiven, readers, inputs } = part;
  if (!isWritten(part) || isGiven || readers.length !== 1 || !op?.traits.includes("activation") || op.sharesAlong)
    return undefined;
  if (!op.range || !isBounded(op.range(args)) || idleBehind(part)) return undefined;
  const scores = origin(inputs[0], (one) => passes(one) || one.op?.traits.includes("normalisation") === true)?.part.op;
  if (!hasFilters(scores)) return undefined;
  let reader = readers[0]!.part;
  while (passes(reader) && reader.readers.length === 1 && !reader.isGiven) reader = reader.readers[0]!.part;
  return reader.op?.sharesAlong ? reader : undefined;
}

const passes = (part: Part): boolean => handsOn(part) || laysOut(part) || isRandom(part);

function cutOff({ op, args }: Part): Message {
  const { least, most } = op!.range!(args);
  const [low, high] = [String(least), String(most)].map((end) => end.replace("-", "−"));
  if (!Number.isFinite(most)) return say`: none is below ${low!}`;
  return Number.isFinite(least) ? say`: all lie between ${low!} and ${high!}` : say`: none is above ${high!}`;
}
