import { everywhere } from "../core/everywhere";
import { type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import type { Op } from "../core/op";
import { isBounded } from "../core/passing";
import { without } from "../core/repair";
import { rule } from "../core/rule";
import { show, type Value } from "../core/value";
import { parameterOf } from "../core/vocabulary";

export const identityLayer = rule({
  id: "identity-layer",
  summary: "A layer changes nothing with the arguments it has.",
  why: "It costs memory and time, and its reader looks for what it does. Mostly an argument was meant otherwise. Who wants a place holder writes Identity.",
  severity: "information",
  near: true,
  needs: [({ isWhole, op, outcome, args }) => isWhole && (outcome?.changesNothing === true || !isBending(op, args))],
  check(model, report) {
    // A library whose rows are cut and numbered by scripts is left with joins of a single one.
    const isPruned = (part: Part) => model.graph.vocabulary.python && part.op?.traits.includes("join");
    for (const { part, found } of everywhere(
      model,
      (part) => (isPruned(part) ? undefined : idle(part)),
      wholeParts(model),
    )) {
      const args = found.map(({ name, value }) => `${name}: ${show(value)}`).join(", ");
      const why = part.op?.traits.includes("join")
        ? say`: it reads one tensor alone`
        : args
          ? say` with ${args}`
          : say` with its defaults`;
      report(part.step, say`${part.step.node.op} changes nothing${why}`, without(part, model.graph.vocabulary, true));
    }
  },
});

/** The arguments of a layer that gives what it gets, all of them typed; a place holder is meant to. */
function idle(part: Part) {
  const { op, isWhole, outcome, args, step } = part;
  if (!isWhole || !op || op.chance || op.traits.includes("same") || op.traits.includes("flatten")) return undefined;
  if (isByChance(part)) return undefined;
  if (outcome?.changesNothing !== true && isBending(op, args)) return undefined;
  const { node } = step;
  return node.args.every(({ value }) => isTyped(value))
    ? node.args.filter(({ name }) => name !== undefined && step.spelling && parameterOf(step.spelling, name))
    : undefined;
}

const isBending = (op: Op | undefined, args: Part["args"]): boolean => {
  const keeps = op?.keeps?.(args);
  return !keeps || isBounded(keeps);
};

/** A stated shape or size, or an axis that is or is not of size 1, may do something with an image of another size. */
const isByChance = ({ op, args }: Part): boolean =>
  op?.name === "Reshape" || op?.name === "Squeeze" || (op?.name === "Upsample" && args["size"] !== undefined);

/** Whether a value stands in the text as it is, not behind a parameter or a formula. */
const isTyped = (value: Value): boolean =>
  !value.note &&
  value.kind !== "formula" &&
  value.kind !== "size" &&
  value.kind !== "opaque" &&
  (value.kind !== "list" || value.items.every(isTyped));
