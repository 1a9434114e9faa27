import { type Message, say } from "../../core/message";
import { type Problem, problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import { show, type Value } from "../../core/value";
import type { Document } from "../../tree/document";
import { entriesOf, entryOf, isMissing, itemsOf, type Tree, textOf } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { unfinished } from "../unfinished";
import { capped, mostLayers } from "./capped";
import { withLastKeys } from "./last-keys";
import { pythonScalar } from "./scalar";
import { type Scale, scalesOf } from "./scales";

export type { Scale };

/** `[from, repeats, module, args]` as written. */
export interface Row {
  readonly span: Span;
  readonly from: Value;
  readonly repeats: Value;
  readonly module: string;
  readonly moduleSpan: Span;
  readonly args: readonly Value[];
}

/** A model file as written, before anything is scaled. */
export interface ModelFile {
  readonly rows: readonly Row[];
  readonly scales: readonly Scale[];
  /** Top-level keys that rows may name: `nc`, `kpt_shape`, … */
  readonly settings: ReadonlyMap<string, Value>;
  readonly problems: readonly Problem[];
}

const value = (tree: Tree, at: Span): Value => valueAt(tree, at, pythonScalar);
const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;
const nowhere: Span = { from: 0, to: 0 };
const nothing: Value = { kind: "list", items: [], span: nowhere };

export function readFile(document: Document): ModelFile {
  const { root: written, problems: found } = document;
  const root = written && withLastKeys(written);
  // To Python equal keys are no error; which of them counts is told by a check of its own.
  const problems = found.filter(({ id }) => id !== "duplicate-key");
  const isOpen = unfinished(document);
  const report: Report = (one) => {
    // A comma or bracket that is missing or wrong takes entries from a row or gives it more.
    const holds = one.id === "row-has-four-entries" && found.some(({ span }) => isWithin(span, one.span));
    if (!holds && !isOpen(one)) problems.push(one);
  };
  const settings = new Map(entriesOf(root).map((entry) => [entry.key, value(entry.value, entry.keySpan)]));
  const rows = rowsOf(root, report);
  const scales = scalesOf(root, settings, Math.min(rows.length, mostLayers), report);
  return { rows: capped(rows, scales, report), scales, settings, problems };
}

/** Rows are numbered through both lists; where one of them is none, no number means anything. */
function rowsOf(root: Tree | undefined, report: Report): readonly Row[] {
  const parts = ["backbone", "head"].map((part) => entryOf(root, part)).filter((entry) => entry !== undefined);
  const wrong = parts.find((entry) => entry.value.kind !== "list" && !isMissing(entry.value));
  const [first] = parts;
  if (first && first.key !== "backbone")
    report(
      problem("missing-key", first.keySpan, say`the file has no backbone, whose rows come before those of the head`),
    );
  else if (first && isMissing(first.value) && parts.some(({ value }) => itemsOf(value).length))
    report(problem("missing-key", first.keySpan, say`backbone has no rows; an empty list is written backbone: []`));
  if (!wrong) return parts.flatMap((entry) => itemsOf(entry.value)).map((tree) => readRow(tree, report));
  report(problem("wrong-row", wrong.keySpan, say`${wrong.key} is a list of rows: [from, repeats, module, args]`));
  return [];
}

function readRow(tree: Tree, report: Report): Row {
  const [from, repeats, module, args, ...more] = itemsOf(tree);
  const name = textOf(module);
  const span = isMissing(tree) ? { from: tree.span.from, to: tree.span.from + 1 } : tree.span;
  if (from && repeats && module && name !== undefined && args && !more.length) {
    const times = timesOf(repeats, report);
    const given = argsOf(args, report);
    return {
      span,
      from: value(from, span),
      repeats: times ?? nothing,
      // Without a name nothing else is said of a row of which it is not known what it means.
      module: times && given ? name : "",
      moduleSpan: module.span,
      args: given ?? [],
    };
  }
  report(problem("row-has-four-entries", span, say`a row is [from, repeats, module, args]; ${insteadOf(tree)}`));
  // The row stays, so that those below keep their numbers; it has no name, so nothing else is said of it.
  return { span, from: nothing, repeats: nothing, module: "", moduleSpan: span, args: [] };
}

function insteadOf(tree: Tree): Message {
  if (tree.kind === "map") return say`this one is a map`;
  if (tree.kind === "scalar") return isMissing(tree) ? say`this one is empty` : say`this one is no list`;
  return itemsOf(tree).length === 4
    ? say`this one names no module`
    : say`this one has ${entries(itemsOf(tree).length)}`;
}

const entries = (count: number): Message => (count === 1 ? say`1 entry` : say`${count} entries`);

/** A fraction above 1 is scaled like any other number, and rounded. */
function timesOf(tree: Tree, report: Report): Value | undefined {
  const repeats = value(tree, tree.span);
  if (repeats.kind === "number" && (Number.isInteger(repeats.value) || repeats.value > 1)) return repeats;
  report(problem("wrong-row", tree.span, say`repeats is a whole number, not ${show(repeats)}`));
  return undefined;
}

function argsOf(tree: Tree, report: Report): readonly Value[] | undefined {
  if (tree.kind === "list") return tree.items.map((arg) => value(arg, tree.span));
  report(
    problem("wrong-row", tree.span, say`the arguments of a row are a list, as in [64, 3, 2]; without any it is []`),
  );
  return undefined;
}
