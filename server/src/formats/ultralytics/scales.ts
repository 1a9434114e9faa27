import { type Message, say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import { numberOf, show, type Value } from "../../core/value";
import { type Entry, entriesOf, entryOf, isMissing, itemsOf, type Tree } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { pythonScalar } from "./scalar";

/** One size of the model. */
export interface Scale {
  readonly id?: string;
  readonly depth: number;
  readonly width: number;
  readonly maxChannels: number;
}

/** Where a number makes no sense and that is told, rows are read as if nothing were scaled. */
const unscaled: Scale = { depth: 1, width: 1, maxChannels: Number.POSITIVE_INFINITY };

/** Rows over all sizes, and sizes; many times as many as anybody has. */
const mostRows = 50_000;
const mostSizes = 100;

export function scalesOf(
  root: Tree | undefined,
  settings: ReadonlyMap<string, Value>,
  rows: number,
  report: Report,
): readonly Scale[] {
  const entry = entryOf(root, "scales");
  const written = entriesOf(entry?.value);
  if (entry && entry.value.kind !== "map" && !isMissing(entry.value) && !isEmpty(entry.value))
    report(problem("wrong-scale", entry.keySpan, say`scales is a map from a letter to [depth, width, max_channels]`));
  if (!written.length) return [multiples(settings, report)];
  const most = Math.min(mostSizes, Math.max(1, Math.floor(mostRows / Math.max(rows, 1))));
  const beyond = written[most];
  if (beyond)
    report(
      problem(
        "too-many-layers",
        beyond.keySpan,
        say`so many rows are read at ${most} sizes at most, and not at those from here on`,
      ),
    );
  return written.slice(0, most).map((one) => scaleOf(one, report));
}

/** To Python `null`, an empty list and an empty text are no scales at all. */
const isEmpty = (tree: Tree): boolean =>
  tree.kind === "scalar" ? !tree.value : tree.kind === "list" && !tree.items.length;

function scaleOf({ key, keySpan, value: tree }: Entry, report: Report): Scale {
  const entries = itemsOf(tree).map((item) => valueAt(item, keySpan, pythonScalar));
  const [depth, width, max] = entries.map(numberOf);
  if (depth === undefined || width === undefined || max === undefined || entries.length !== 3) {
    const span = isMissing(tree) ? keySpan : tree.span;
    const text = entries.find(({ kind }) => kind === "text");
    const but = text && entries.length === 3 ? say`, and ${show(text)} is text` : say``;
    report(problem("wrong-scale", span, say`scale ${key} is three numbers: [depth, width, max_channels]${but}`));
    return { ...unscaled, id: key };
  }
  const spans = entries.map(({ span }) => span);
  return {
    id: key,
    depth: sensible(depth, spans[0]!, depthSays, report),
    width: sensible(width, spans[1]!, widthSays, report),
    maxChannels:
      max >= 1 ? max : told(spans[2]!, say`max_channels is a number ≥ 1, not ${max}`, unscaled.maxChannels, report),
  };
}

/** Without sizes both are keys of the file, and each may be left out. */
function multiples(settings: ReadonlyMap<string, Value>, report: Report): Scale {
  const read = (key: string, says: Says): number => {
    const value = settings.get(key);
    if (!value || value.kind === "null") return 1;
    const number = numberOf(value);
    if (number !== undefined) return sensible(number, value.span, says, report);
    return told(value.span, say`${key} is a number, not ${show(value)}`, 1, report);
  };
  return { ...unscaled, depth: read("depth_multiple", depthSays), width: read("width_multiple", widthSays) };
}

/** What is wrong with a number, if anything. */
type Says = (number: number) => Message | undefined;

const depthSays: Says = (depth) =>
  depth >= 0 && Number.isFinite(depth) ? undefined : say`a depth is a number from 0 on, not ${String(depth)}`;
const widthSays: Says = (width) =>
  width > 0 && Number.isFinite(width)
    ? undefined
    : say`a width of ${String(width)} leaves no channels; it is a number above 0`;

function sensible(number: number, span: Span, says: Says, report: Report): number {
  const wrong = says(number);
  return wrong ? told(span, wrong, 1, report) : number;
}

function told(span: Span, message: Message, instead: number, report: Report): number {
  report(problem("wrong-scale", span, message));
  return instead;
}
