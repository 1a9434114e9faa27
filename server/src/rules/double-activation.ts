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
  waits: true,
  source: "https://arxiv.org/abs/2105.08095",
  near: true,
  needs: [(part) => part.isWhole && part.op?.keeps !== undefined && !handsOn(part)],
  check(model, report) {
    const idle = new Map<Part, Part>();
    for (const part of wholeParts(model)) {
      const first = firstOf(part);
      if (first) idle.set(part, first);
    }
    // Of copies in a row the first alone does something, and the others are one mistake.
    const repeated = new Set([...idle].flatMap(([part, first]) => (isCopy(part, first) ? [first] : [])));
    // Whoever takes the row away takes the first of its copies too, in every use of its text.
    const needed = new Set([...repeated].filter((part) => !idle.has(part)).map(({ step }) => step.node.opSpan.from));
    for (const { part } of everywhere(model, (part) => (idle.has(part) || repeated.has(part) ? part : undefined))) {
      const found = idle.get(part);
      if (!found) continue;
      const { op, opSpan } = found.step.node;
      report(part.step, say`${part.step.node.op} changes nothing behind ${op}${rangeOf(found)}`, {
        ...(!needed.has(part.step.node.opSpan.from) && without(part, model.graph.vocabulary, true)),
        related: isCopy(part, found) ? [] : [{ span: opSpan, message: say`the values come from here` }],
      });
    }
  },
});

/** Whether both are copies of one row that is repeated. */
function isCopy({ step }: Part, first: Part): boolean {
  const [row, other] = [step.node.row, first.step.node.row];
  return row?.outer !== undefined && row.outer === other?.outer && row.outer.opSpan.from === row.opSpan.from;
}

const firstOf = (part: Part): Part | undefined => (part.isWhole && !handsOn(part) ? idleBehind(part) : undefined);

/** What is known of the values between the two. */
function rangeOf({ op, args }: Part) {
  const { least, most } = op!.range!(args);
  const [low, high] = [String(least), String(most)].map((end) => end.replace("-", "−"));
  if (Number.isFinite(least) && Number.isFinite(most)) return say`, whose values lie between ${low!} and ${high!}`;
  return Number.isFinite(least) ? say`, which gives nothing below ${low!}` : say`, which gives nothing above ${high!}`;
}
