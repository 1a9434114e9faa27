import type { Model } from "./analysis";
import { everywhere, type Found } from "./everywhere";
import { flowOf, type Part } from "./flow";
import { lossOf, type Stated } from "./losses";
import { handsOn, isBounded, laysOut } from "./passing";

/**
 * The last layers of a model: what gives its results, seen through what hands them on or lays them out in other axes.
 * None where one of them is not known.
 */
export function lastsOf(model: Model): readonly Part[] {
  const known = remembered.get(model);
  if (known) return known;
  const given = flowOf(model).filter(({ isGiven }) => isGiven);
  const lasts = given.map(lastOf);
  const isClear = model.graph.outputs.every(({ node }) => node !== undefined) && lasts.every(({ op }) => op);
  const found = isClear ? [...new Set(lasts)] : [];
  remembered.set(model, found);
  return found;
}

/** Several rules ask the same of one model. */
const remembered = new WeakMap<Model, readonly Part[]>();

function lastOf(given: Part): Part {
  let part = given;
  while (part.inputs.length === 1 && part.inputs[0] && (handsOn(part) || laysOut(part))) part = part.inputs[0].part;
  return part;
}

/**
 * What is wrong with the last layers of a model, if it is with all of them: a file states one loss, and of several
 * outputs one that fits is enough to believe that the loss is for that one.
 */
export function wrongAtEnd<T>(model: Model, find: (last: Part) => T | undefined): readonly Found<T>[] {
  const found = new Map<Part, T>();
  const lasts = lastsOf(model);
  for (const last of lasts) {
    const wrong = find(last);
    if (wrong === undefined) return [];
    found.set(last, wrong);
  }
  return found.size ? everywhere(model, (part) => found.get(part)) : [];
}

/** How the last layer and the loss do not fit. */
export interface Misfit {
  /** What the layer gives. */
  readonly gives: "logits" | "shares" | "log-shares" | "chances" | "log-chances" | "bounded";
  readonly loss: Stated;
}

/** Last layers that do not give what the stated loss takes. */
export function misfitsIn(model: Model): readonly Found<Misfit>[] {
  const loss = lossOf(model.graph);
  if (!loss) return [];
  return wrongAtEnd(model, (last) => {
    const gives = givesOf(last);
    return gives && misfits(gives, loss) ? { gives, loss } : undefined;
  });
}

function givesOf({ op, args, isWhole, readers, isGiven }: Part): Misfit["gives"] | undefined {
  if (!op) return undefined;
  if (op.traits.includes("dense") || op.traits.includes("convolution")) return "logits";
  if (!isWhole) return undefined;
  if (op.scores) return op.scores;
  // What others read too is given out as features.
  const isFeature = readers.length > (isGiven ? 0 : 1);
  return op.range && isBounded(op.range(args)) && !isFeature ? "bounded" : undefined;
}

function misfits(gives: Misfit["gives"], { takes, over }: Stated): boolean {
  if (takes === "logits") return gives !== "logits";
  if (takes === "log-probabilities") return gives === "logits" || gives === "shares" || gives === "chances";
  return gives === "logits" || gives === "log-shares" || (over === "labels" && gives === "log-chances");
}
