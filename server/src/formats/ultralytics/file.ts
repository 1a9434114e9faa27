import { say } from "../../core/message";
import { type Problem, problem } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import type { Document } from "../../tree/document";
import { entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import { valueAt } from "../../tree/value";
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

export function readFile({ root, problems: found }: Document): ModelFile {
  const problems = [...found];
  const rows = ["backbone", "head"]
    .flatMap((part) => itemsOf(get(root, part)))
    .map((tree) => readRow(tree, (one) => problems.push(one)));
  const settings = new Map(entriesOf(root).map((entry) => [entry.key, value(entry.value, entry.keySpan)]));
  return { rows, scales: scalesOf(root, settings), settings, problems };
}

function readRow(tree: Tree, report: (problem: Problem) => void): Row {
  const { span } = tree;
  const [from, repeats, module, args, ...more] = itemsOf(tree);
  const name = textOf(module);
  if (from && repeats && module && name !== undefined && args && !more.length)
    return {
      span,
      from: value(from, span),
      repeats: value(repeats, span),
      module: name,
      moduleSpan: module.span,
      args: itemsOf(args).map((arg) => value(arg, args.span)),
    };
  const message = say`a row is [from, repeats, module, args]; this one has ${itemsOf(tree).length} of the four`;
  report(problem("row-has-four-entries", span, message));
  // The row stays, so that those below keep their numbers; it has no name, so nothing else is said of it.
  return { span, from: nothing, repeats: nothing, module: "", moduleSpan: span, args: [] };
}

function scalesOf(root: Tree | undefined, settings: ReadonlyMap<string, Value>): readonly Scale[] {
  const number = (given: Value | undefined) => (given?.kind === "number" ? given.value : undefined);
  const named = entriesOf(get(root, "scales")).map(({ key, value: tree, keySpan }): Scale => {
    const [depth, width, max] = itemsOf(tree).map((item) => number(value(item, keySpan)));
    return { id: key, depth: depth ?? 1, width: width ?? 1, maxChannels: max ?? Number.POSITIVE_INFINITY };
  });
  const single = {
    depth: number(settings.get("depth_multiple")) ?? 1,
    width: number(settings.get("width_multiple")) ?? 1,
    maxChannels: Number.POSITIVE_INFINITY,
  };
  return named.length ? named : [single];
}
