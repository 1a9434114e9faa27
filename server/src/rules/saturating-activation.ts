import { isBorder } from "../core/border";
import { everywhere } from "../core/everywhere";
import { flowOf, type Part, wholeParts } from "../core/flow";
import { say } from "../core/message";
import { handsOn, isRandom, laysOut } from "../core/passing";
import { rule } from "../core/rule";
import { enlarges } from "../core/windows";

/** Shallower networks are trained with such activations all the same. */
const deep = 6;

export const saturatingActivation = rule({
  id: "saturating-activation",
  summary: "In a deep network a layer reads what a Sigmoid or Tanh gives.",
  why: "Both are flat for all but small values, so that hardly any of the gradient comes through, and less behind each of them. The first layers learn slowly or not at all. Before a multiplication, as a gate, they are in their place.",
  severity: "information",
  source: "https://proceedings.mlr.press/v9/glorot10a.html",
  needs: [({ isWhole, op }) => isWhole && op?.traits.includes("saturating") === true, (part) => hasWeights(part)],
  check(model, report) {
    const depth = flowOf(model).filter(hasWeights).length;
    if (depth < deep) return;
    for (const { part, found } of everywhere(model, feeds, wholeParts(model)))
      report(
        part.step,
        say`${part.step.node.op} lets hardly any gradient through for large values, and ${found.step.node.op} learns from it in a network of ${depth} layers with weights`,
        { related: [{ span: found.step.node.opSpan, message: say`read here` }] },
      );
  },
});

const hasWeights = ({ op }: Part): boolean =>
  op !== undefined && (op.traits.includes("convolution") || op.traits.includes("dense"));

/** The layer with weights that reads what a saturating activation gives, if all its readers are such. */
function feeds(part: Part): Part | undefined {
  if (!part.isWhole || !part.op?.traits.includes("saturating")) return undefined;
  const readers = readersOf(part);
  return readers?.length && readers.every(hasWeights) ? readers[0] : undefined;
}

/** Those that read a part, seen through what hands on its values; nothing where the model gives them out. */
function readersOf(part: Part): readonly Part[] | undefined {
  if (part.isGiven) return undefined;
  const all: Part[] = [];
  for (const { part: reader } of part.readers) {
    const behind = passes(reader) ? readersOf(reader) : [reader];
    if (!behind) return undefined;
    all.push(...behind);
  }
  return all;
}

const passes = (part: Part): boolean =>
  handsOn(part) ||
  laysOut(part) ||
  isRandom(part) ||
  isBorder(part) ||
  enlarges(part) ||
  part.op?.traits.some((trait) => trait === "pooling" || trait === "normalisation") === true;
