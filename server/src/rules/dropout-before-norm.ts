import { everywhere } from "../core/everywhere";
import { destination, type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { handsOn } from "../core/passing";
import { without } from "../core/repair";
import { rule } from "../core/rule";

export const dropoutBeforeNorm = rule({
  id: "dropout-before-norm",
  summary: "A dropout directly before a batch normalisation gives it another variance while training than afterwards.",
  why: "The normalisation keeps the variance that it sees while training, which the dropout has raised. Afterwards nothing is dropped, and values are divided by a variance that they do not have. Behind the last normalisation it does no such harm.",
  severity: "information",
  source: "https://arxiv.org/abs/1801.05134",
  near: true,
  needs: [({ op }) => op?.chance !== undefined, (part) => keepsStatistics(part)],
  check(model, report) {
    for (const { part, found } of everywhere(model, normBehind, wholeParts(model)))
      report(part.step, say`${found.step.node.op} keeps the variance that ${part.step.node.op} raises while training`, {
        ...without(part, model.graph.vocabulary, false),
        related: [{ span: found.step.node.opSpan, message: say`normalised here` }],
      });
  },
});

/** The normalisation by moving statistics that alone reads what a dropout gives. */
function normBehind(part: Part): Part | undefined {
  const { op, isWhole, args } = part;
  const isDropping = op?.chance && !op.chance.keepsVariance && op.chance.loses !== "branches";
  if (!isWhole || !isDropping || isOff(args)) return undefined;
  const reader = destination(part, handsOn)?.part;
  return reader?.op?.traits.includes("normalisation") && keepsStatistics(reader) ? reader : undefined;
}

/** A rate of 0 drops nothing. */
const isOff = (args: Part["args"]): boolean => (args["p"] ?? args["rate"] ?? args["stddev"]) === 0;

/** Whether the layer stores what it sees while training, for use afterwards. */
const keepsStatistics = ({ outcome }: Part): boolean => outcome?.weights.some(({ kind }) => kind === "state") === true;
