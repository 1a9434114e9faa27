import { ofMacs, ofParameters } from "../analysis/arithmetic";
import { layersIn, type Use, useOf } from "../analysis/layer-facts";
import { countsOf, isComplete, type Model, macsOf, parametersOf, shapeAt } from "../core/analysis";
import { image } from "../core/batch";
import { type Dim, isKnown, type Shape, showDim } from "../core/dim";
import { thousands } from "../core/figures";
import { linesOf } from "../core/lines";
import { type Message, say } from "../core/message";
import type { Bound, Goal } from "../deck/goal";
import { native } from "../formats/native/index";
import { understand } from "../service";

/** How far a model is in the steps of a lesson. */
export interface Judged {
  /** Where somebody who comes back goes on: behind the last step that is done, since others are to be read. */
  readonly at: number;
  /** The first step with a goal that is not met; as many as there are where all are. */
  readonly next: number;
  /** What is still wrong; nothing where all is done. */
  readonly wrong?: Message;
}

/**
 * Steps are done in order: each goal is met by a layer behind the one that meets the goal before it, so that what was
 * done stays so while the model grows. A step without a goal is one to be read. Nothing is kept between two calls.
 */
export function judge(steps: readonly (readonly Goal[])[], path: string, text: string): Judged {
  // A model that has no name yet, and no layers, does not say what it is.
  const understood = understand(path, text) ?? understand(path, text, { dialect: native.id });
  const [model] = understood?.analysis.models ?? [];
  if (!understood || !model) return { at: 0, next: 0, wrong: say`this is no model in a known format` };
  const uses = layersIn(model).flatMap((row) => useOf(model, row) ?? []);
  const error = understood.analysis.problems.find(({ severity }) => severity === "error");
  const told = error && say`line ${String(linesOf(text).at(error.span.from).line + 1)}: ${error.message}`;
  let from = 0;
  let read = 0;
  for (const [at, goals] of steps.entries()) {
    for (const goal of goals) {
      const missed = goal.of === "output" || goal.of === "total" ? missedByAll(goal, model) : undefined;
      if (missed) return { at: read, next: at, wrong: told ?? missed };
      if (goal.of === "output" || goal.of === "total") continue;
      const found = uses.findIndex((use, i) => i >= from && meets(use, goal, model));
      if (found < 0) return { at: read, next: at, wrong: told ?? missedBehind(goal, uses, from, model) };
      from = found + 1;
    }
    if (goals.length) read = at + 1;
  }
  const next = steps.length;
  return told ? { at: read, next, wrong: told } : { at: next, next };
}

const nameOf = (word: string, { graph }: Model): string | undefined => graph.vocabulary.spellings.get(word)?.op.name;

function isCalled({ row }: Use, of: string | undefined, model: Model): boolean {
  if (of === undefined) return true;
  return row.op.toLowerCase() === of.toLowerCase() || nameOf(row.op, model)?.toLowerCase() === of.toLowerCase();
}

const isShape = (shape: Shape | undefined, wanted: readonly number[]): boolean =>
  shape !== undefined && shape.length === wanted.length && wanted.every((size, i) => shape[i] === size);

const holds = (count: Dim, { isMost, value }: Bound): boolean =>
  typeof count === "number" && isKnown(count) && (isMost ? count <= value : count === value);

const meets = (use: Use, goal: Goal, model: Model): boolean =>
  isCalled(use, goal.of, model) &&
  (!goal.shape || (use.shapes.length === 1 && isShape(use.shapes[0], goal.shape))) &&
  goal.bounds.every((bound) => holds(use.figures[bound.figure], bound));

const figure = (count: Dim): string => (isKnown(count) ? thousands(showDim(count)) : "?");

function missedBound(who: Message, count: Dim, { figure: what, isMost, value }: Bound, how?: string): Message {
  const counted = how === undefined ? say`${figure(count)}` : say`${how} = ${figure(count)}`;
  const wanted = figure(value);
  if (what === "params")
    return isMost
      ? say`${who} has ${counted} parameters, and may have at most ${wanted}`
      : say`${who} has ${counted} parameters, not ${wanted}`;
  return isMost
    ? say`${who} takes ${counted} MACs, and may take at most ${wanted}`
    : say`${who} takes ${counted} MACs, not ${wanted}`;
}

function missedByAll({ of, shape, bounds }: Goal, model: Model): Message | undefined {
  if (of === "output") {
    const [edge] = model.graph.outputs;
    const given = edge && shapeAt(model, edge);
    if (given && isShape(image(given), shape!)) return undefined;
    return given
      ? say`the model gives ${image(given)}, not ${shape!}`
      : say`what the model gives is not known yet; it has to be ${shape!}`;
  }
  const { steps, graph } = model;
  const isCounted = isComplete(steps.filter(({ node }) => !node.given));
  const counts = { params: parametersOf(countsOf(steps), graph), macs: macsOf(steps) };
  if (!isCounted) return say`something in the model is not known yet, so it cannot be counted`;
  const missed = bounds.find((bound) => !holds(counts[bound.figure], bound));
  return missed && missedBound(say`the model`, counts[missed.figure], missed);
}

/** The layer that comes nearest, and what it has otherwise. */
function missedBehind({ of, shape, bounds }: Goal, uses: readonly Use[], from: number, model: Model): Message {
  const behind = uses.slice(from);
  const use = behind.findLast((one) => isCalled(one, of, model));
  const last = behind.at(-1) ?? uses[from - 1];
  if (!use) {
    const before = uses[from - 1];
    const what = of === undefined ? say`layer` : say`${of}`;
    const none = before
      ? say`behind ${before.row.label} there is no ${what} yet`
      : say`there is no ${what} in the model yet`;
    const given = last?.shapes[0];
    return last && given && last !== before ? say`${none}; the last layer, ${last.row.label}, gives ${given}` : none;
  }
  const who = say`${use.row.label}`;
  const [given] = use.shapes;
  // With another shape there are other weights too, which is the same mistake.
  if (shape && !isShape(given, shape))
    return given
      ? say`${who} gives ${given}, not ${shape}`
      : say`what ${who} gives is not known yet; it has to be ${shape}`;
  const bound = bounds.find((one) => !holds(use.figures[one.figure], one))!;
  const [step, other] = use.steps;
  const how = step && !other ? (bound.figure === "params" ? ofParameters(step, model.graph) : ofMacs(step)) : undefined;
  return missedBound(who, use.figures[bound.figure], bound, how);
}
