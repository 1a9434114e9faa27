import { say } from "../../core/message";
import { type Problem, problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import { numberOf, show, type Value } from "../../core/value";
import type { Document } from "../../tree/document";
import { type Entry, entriesOf, entryOf, get, isMissing, itemsOf, type Tree, textOf } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { withLastKeys } from "./last-keys";
import { pythonScalar } from "./scalar";

/** `[from, repeats, module, args]` as written. */
export interface Row {
  readonly span: Span;
  readonly from: Value;
  readonly repeats: Value;
  readonly module: string;
  readonly moduleSpan: Span;
  readonly args: readonly Value[];
}

/** One size of the model. */
export interface Scale {
  readonly id?: string;
  readonly depth: number;
  readonly width: number;
  readonly maxChannels: number;
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
const nowhere: Span = { from: 0, to: 0 };
const nothing: Value = { kind: "list", items: [], span: nowhere };

export function readFile({ root: written, problems: found }: Document): ModelFile {
  const root = written && withLastKeys(written);
  // To Python equal keys are no error; which of them counts is told by a check of its own.
  const problems = found.filter(({ id }) => id !== "duplicate-key");
  const report: Report = (one) => problems.push(one);
  const settings = new Map(entriesOf(root).map((entry) => [entry.key, value(entry.value, entry.keySpan)]));
  return { rows: rowsOf(root, report), scales: scalesOf(root, settings, report), settings, problems };
}

/** Rows are numbered through both lists; where one of them is none, no number means anything. */
function rowsOf(root: Tree | undefined, report: Report): readonly Row[] {
  const parts = ["backbone", "head"].map((part) => entryOf(root, part)).filter((entry) => entry !== undefined);
  const wrong = parts.find((entry) => entry.value.kind !== "list" && !isMissing(entry.value));
  if (!wrong) return parts.flatMap((entry) => itemsOf(entry.value)).map((tree) => readRow(tree, report));
  report(problem("wrong-row", wrong.keySpan, say`${wrong.key} is a list of rows: [from, repeats, module, args]`));
  return [];
}

function readRow(tree: Tree, report: Report): Row {
  const { span } = tree;
  const [from, repeats, module, args, ...more] = itemsOf(tree);
  const name = textOf(module);
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
  const message = say`a row is [from, repeats, module, args]; this one has ${itemsOf(tree).length} entries`;
  report(problem("row-has-four-entries", span, message));
  // The row stays, so that those below keep their numbers.
  return { span, from: nothing, repeats: nothing, module: "", moduleSpan: span, args: [] };
}

function timesOf(tree: Tree, report: Report): Value | undefined {
  const repeats = value(tree, tree.span);
  if (repeats.kind === "number" && Number.isInteger(repeats.value)) return repeats;
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

function scalesOf(root: Tree | undefined, settings: ReadonlyMap<string, Value>, report: Report): readonly Scale[] {
  const named = entriesOf(get(root, "scales")).map((entry) => scaleOf(entry, report));
  if (named.length) return named;
  const depth = numberOf(settings.get("depth_multiple"));
  const width = numberOf(settings.get("width_multiple"));
  return [{ depth: depth ?? 1, width: width ?? 1, maxChannels: Number.POSITIVE_INFINITY }];
}

function scaleOf({ key, keySpan, value: tree }: Entry, report: Report): Scale {
  const entries = itemsOf(tree);
  const [depth, width, max] = entries.map((item) => numberOf(value(item, keySpan)));
  if (depth === undefined || width === undefined || max === undefined || entries.length !== 3) {
    const span = isMissing(tree) ? keySpan : tree.span;
    report(problem("wrong-scale", span, say`scale ${key} is three numbers: [depth, width, max_channels]`));
  }
  return { id: key, depth: depth ?? 1, width: width ?? 1, maxChannels: max ?? Number.POSITIVE_INFINITY };
}
