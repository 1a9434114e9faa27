import { everywhere } from "../core/everywhere";
import { type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { handsOn, idleBehind } from "../core/passing";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const doubleActivation = rule({
  id: "double-activation",
  summary: "An activation changes nothing, since another one stands before it.",
  why: "What it would cut off or bend has been cut off already. Mostly a layer is missing between the two, or one of them was left over when the other was put in.",
  severity: "warning",
  source: "https://arxiv.org/abs/2105.08095",
  near: true,
  needs: [(part) => part.isWhole && part.op?.keeps !== undefined && !handsOn(part)],
  check(model, report) {
    for (const { part, found } of everywhere(model, firstOf, wholeParts(model))) {
      const first = found.step.node;
      report(part.step, say`${part.step.node.op} changes nothing behind ${first.op}${rangeOf(found)}`, {
        ...without(part, model.graph.vocabulary, true),
        related: [{ span: first.opSpan, message: say`the values come from here` }],
      });
    }
  },
});

const firstOf = (part: Part): Part | undefined => (part.isWhole && !handsOn(part) ? idleBehind(part) : undefined);

/** What is known of the values between the two. */
function rangeOf({ op, args }: Part) {
  const { least, most } = op!.range!(args);
  const [low, high] = [String(least), String(most)].map((end) => end.replace("-", "−"));
  if (Number.isFinite(least) && Number.isFinite(most)) return say`, whose values lie between ${low!} and ${high!}`;
  return Number.isFinite(least) ? say`, which gives nothing below ${low!}` : say`, which gives nothing above ${high!}`;
}
