import type { Inner, Model, Outcome } from "../core/analysis";
import type { Row } from "../core/graph";
import type { Op, Weight } from "../core/op";

/** Whether blocks of one class share one activation, which is then one module, or each has its own. */
export type Activations = "shared" | "own";

export interface LibraryModules {
  /** Modules of every kind: the model itself, lists and blocks as well. */
  readonly all: number;
  /** Those without modules inside. */
  readonly leaves: number;
}

/**
 * How many modules the Ultralytics library has for a model, which it prints below its table. The parts of an
 * operator have the names that the library gives them, so each step of a name is a module. Nothing where an
 * operator stands for modules that are not told apart: no number is guessed.
 */
export function libraryModules(model: Model, activations: Activations): LibraryModules | undefined {
  const paths = new Set(["model"]);
  const add = (path: string): void => {
    if (paths.has(path)) return;
    paths.add(path);
    add(path.slice(0, path.lastIndexOf(".")));
  };
  const { instead } = model.graph.vocabulary;
  for (const { node, spelling, outcome, absent } of model.steps) {
    if (node.given || absent) continue;
    if (!spelling || !outcome || spelling.op.traits.includes("own") || !isTold(spelling.op, outcome)) return undefined;
    walk(spelling.op, outcome, pathOf(node.row!), (path, op, ...around) =>
      add(activations === "own" ? path : sharedPath(op, around, path, op === instead?.by)),
    );
  }
  const parents = new Set([...paths].map((path) => path.slice(0, path.lastIndexOf("."))));
  // The model itself holds the list of rows.
  return { all: paths.size + 1, leaves: [...paths].filter((path) => !parents.has(path)).length };
}

/** Copies of a row stand in a list of their own. */
const pathOf = ({ index, outer }: Row): string => (outer ? `${pathOf(outer)}.${index}` : `model.${index}`);

/** Modules by their names, the innermost of the operators around them first. */
type Add = (path: string, op: Op, ...around: readonly Op[]) => void;

function walk(op: Op, outcome: Outcome, path: string | undefined, add: Add, ...around: readonly Op[]): void {
  if (path !== undefined) {
    add(path, op, ...around);
    for (const { name } of outcome.weights.filter(isInside))
      add(`${path}.${name.slice(0, name.lastIndexOf("."))}`, op, op);
  }
  for (const call of outcome.calls) walk(call.op, call, within(path, call), add, op, ...around);
}

/** Weights of a module that the operator does not call. */
const isInside = ({ name }: Weight): boolean => name.includes(".");

/** Whether each module inside is either called, or has weights by which it is named. */
const isTold = (op: Op, { weights, calls }: Outcome): boolean =>
  (namesAll.has(op.name) || weights.filter(isInside).every(isBox)) && calls.every((call) => isTold(call.op, call));

/** A part without a name is computed by a function; where it has parts with names, those are the module's own. */
const within = (path: string | undefined, { name, calls }: Inner): string | undefined =>
  name ? `${path}.${name}` : calls.length ? path : undefined;

/**
 * An activation that all blocks of a class share is one module. A branch that was copied for a second head has
 * one of its own, and so have modules that are no blocks.
 */
function sharedPath({ name }: Op, [owner, ...around]: readonly Op[], path: string, isDefault: boolean): string {
  if ((isDefault || name === "SiLU") && (owner?.name === "Conv" || owner?.name === "RepConv")) {
    const copied = /\d+\.(?:.*\.)?one2one_\w+/.exec(path)?.[0] ?? "";
    return `model.${copied.replaceAll(".", " ")} ${owner.name}`;
  }
  return name === "ReLU" && around.at(-1)?.name === "HGBlock" ? "model. HGBlock" : path;
}

/** The convolution that weighs the steps of a side of a box; heads hold it beside their branches. */
export const isBox = ({ name }: Weight): boolean => /(?:^|\.)dfl\d*\.conv\.weight$/.test(name);

/** Operators with weights inside that name every module which they do not call. */
const namesAll: ReadonlySet<string> = new Set([
  "AIFI",
  "C2fAttn",
  "ImagePoolingAttn",
  "RTDETRDecoder",
  "TransformerBlock",
]);
