import type { Model, Step } from "./analysis";
import type { Found } from "./everywhere";
import { flowOf, origin, type Part } from "./flow";
import type { Row } from "./graph";
import { lossOf, type Stated } from "./losses";
import { say } from "./message";
import { nameOf } from "./naming";
import { ofLast } from "./of-last";
import { averages, handsOn, isBounded, laysOut } from "./passing";
import type { Related } from "./problem";
import type { Span } from "./span";
import { enlarges } from "./windows";

/**
 * The last layers of a model: what gives its results, seen through what hands them on or lays them out in other axes.
 * None where one of them is not known.
 */
export const lastsOf = ofLast((model: Model): readonly Part[] => {
  const given = flowOf(model).filter(({ isGiven }) => isGiven);
  const lasts = given.map(lastOf);
  const isClear = model.graph.outputs.every(({ node }) => node !== undefined) && lasts.every(({ op }) => op);
  return isClear ? [...new Set(lasts)] : [];
});

function lastOf(given: Part): Part {
  const last = behind(given, handsOnAll);
  // The means of scores are scores, and so are the largest of them.
  const giver = behind(
    last,
    (part) => handsOnAll(part) || averages(part) || part.op?.traits.includes("largest") === true,
  );
  return hasFilters(giver.op) ? giver : last;
}

const behind = (part: Part, passes: (part: Part) => boolean): Part => origin({ part, port: 0 }, passes)?.part ?? part;

/** An image that is enlarged has the values that it had, and what lies between them. */
const handsOnAll = (part: Part): boolean => handsOn(part) || laysOut(part) || enlarges(part);

export const hasFilters = (op: Part["op"]): boolean =>
  op?.traits.some((trait) => trait === "dense" || trait === "convolution") === true;

/** Whether somebody wrote it, or the layer with filters that it belongs to. */
export const isWritten = ({ isWhole, step }: Part): boolean => isWhole || hasFilters(step.spelling?.op);

/** A last layer that is wrong, and where that is told. */
export interface WrongEnd<T> extends Found<T> {
  readonly place: { readonly span?: Span; readonly related: readonly Related[] };
}

/**
 * What is wrong with the last layers of a model, if it is with all of them: a file states one loss, and of several
 * outputs one that fits is enough to believe that the loss is for that one.
 */
export function wrongAtEnd<T>(model: Model, find: (last: Part) => T | undefined): readonly WrongEnd<T>[] {
  const found: Found<T>[] = [];
  for (const part of lastsOf(model)) {
    const wrong = find(part);
    if (wrong === undefined) return [];
    found.push({ part, found: wrong });
  }
  const rows = found.flatMap(({ part }) => rowsOf(part.step));
  return found.flatMap((one): readonly WrongEnd<T>[] => {
    const place = placeOf(one.part, model, rows);
    return place ? [{ ...one, place }] : [];
  });
}

/**
 * A layer of a block that is called in other places too is right there, and its text is: then the last call is wrong.
 */
function placeOf(part: Part, { steps }: Model, wrong: readonly Row[]): WrongEnd<unknown>["place"] | undefined {
  const [own, ...calls] = rowsOf(part.step);
  const isRightElsewhere = ({ opSpan }: Row): boolean =>
    steps.some(
      (step) => !step.absent && rowsOf(step).some((row) => row.opSpan.from === opSpan.from && !wrong.includes(row)),
    );
  const { node } = part.step;
  if (!own) return { related: [] };
  if (!isRightElsewhere(own)) return { related: [] };
  const call = calls.find((row) => !isRightElsewhere(row));
  return (
    call && { span: call.opSpan, related: [{ span: node.opSpan, message: say`${nameOf(part)} comes last in it` }] }
  );
}

/** The row of a layer and the calls around it, from inside out; the copies of a row are one. */
function rowsOf({ node }: Step): readonly Row[] {
  const rows: Row[] = [];
  for (let row = node.row; row; row = row.outer) if (row.outer?.opSpan.from !== row.opSpan.from) rows.push(row);
  return rows;
}

/** How the last layer and the loss do not fit. */
export interface Misfit {
  /** What the layer gives. */
  readonly gives: "logits" | "shares" | "log-shares" | "chances" | "log-chances" | "bounded";
  readonly loss: Stated;
}

/** Last layers that do not give what the stated loss takes. */
export function misfitsIn(model: Model): readonly WrongEnd<Misfit>[] {
  const loss = lossOf(model.graph);
  if (!loss) return [];
  return wrongAtEnd(model, (last) => {
    const gives = givesOf(last);
    return gives && misfits(gives, loss) ? { gives, loss } : undefined;
  });
}

function givesOf(part: Part): Misfit["gives"] | undefined {
  const { op, args, readers, isGiven } = part;
  if (hasFilters(op)) return "logits";
  if (!op || !isWritten(part)) return undefined;
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
