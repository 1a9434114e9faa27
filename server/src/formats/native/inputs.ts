import { batch } from "../../core/batch";
import { type Shape, symbol } from "../../core/dim";
import type { ReadOptions } from "../../core/format";
import type { Node } from "../../core/graph";
import { say } from "../../core/message";
import { type Fix, type Problem, problem, type Report, replace } from "../../core/problem";
import { type Entry, entriesOf, entryOf, get, isMissing, type Tree, textOf } from "../../tree/tree";
import { isName } from "./names";

/** No image is larger, and products of sizes stay whole numbers. */
const largest = 1_000_000;

/** `input: [3, H, W]`, or `inputs:` with a name for each. */
const inputsIn = (root: Tree | undefined): readonly Entry[] => {
  const single = entryOf(root, "input");
  return single ? [single] : entriesOf(get(root, "inputs"));
};

/** The inputs as nodes of the graph. */
export function inputNodes(root: Tree | undefined, { input }: ReadOptions, batched: boolean): Node[] {
  return inputsIn(root).map(({ key, value, keySpan }, id) => ({
    id,
    label: key,
    op: "Input",
    span: value.span,
    opSpan: keySpan,
    inputs: [],
    args: [],
    given: [batch, ...(asked(input, key, id) ?? shapeOf(value).slice(batched ? 1 : 0))],
  }));
}

function asked(input: ReadOptions["input"], key: string, id: number): Shape | undefined {
  if (!input) return undefined;
  if (Array.isArray(input)) return id === 0 ? input : undefined;
  return Object.hasOwn(input, key) ? (input as { readonly [name: string]: Shape })[key] : undefined;
}

/** A size that is none is unknown: it has been reported, and nothing else need be said of it. */
function shapeOf(tree: Tree): Shape {
  const sizes = tree.kind === "list" ? tree.items.map(written) : (sizesIn(tree) ?? []);
  return sizes.map((value) => (!isSize(value) ? Number.NaN : typeof value === "number" ? value : symbol(value)));
}

const written = (item: Tree): unknown => (item.kind === "scalar" ? item.value : undefined);

/** A whole number of pixels or channels, or a word that stands for one. `N` is the batch already. */
const isSize = (value: unknown): value is number | string =>
  typeof value === "string"
    ? isName(value) && value !== "N"
    : typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= largest;

/** `3, 224, 224` and `3x224x224`, which YAML takes for texts. */
function sizesIn(tree: Tree): readonly number[] | undefined {
  const text = tree.kind === "scalar" && typeof tree.value === "string" ? tree.value.trim() : "";
  return /^[([]?\s*\d+(?:(?:\s*[,;x×*]\s*|\s+)\d+)+\s*[)\]]?$/.test(text)
    ? [...text.matchAll(/\d+/g)].map(([size]) => Number(size))
    : undefined;
}

export function validateInputs(root: Tree | undefined, batched: boolean, report: Report): void {
  const single = entryOf(root, "input");
  const several = entryOf(root, "inputs");
  if (single && several)
    report(problem("wrong-input", several.keySpan, say`a model has input or inputs, not both; inputs is not read`));
  else if (several && several.value.kind !== "map") {
    const message = say`inputs is a map of names and sizes, such as { left: [3, 64, 64], right: [3, 64, 64] }`;
    report(problem("wrong-input", isMissing(several.value) ? several.keySpan : several.value.span, message));
  }
  for (const entry of inputsIn(root)) {
    if (!isName(entry.key))
      report(problem("wrong-name", entry.keySpan, say`${entry.key} is no name: letters, digits and _, no digit first`));
    for (const found of wrongIn(entry, batched)) report(found);
  }
}

function wrongIn({ key, keySpan, value }: Entry, batched: boolean): readonly Problem[] {
  const example = "[3, 224, 224]";
  if (isMissing(value))
    return [problem("wrong-input", keySpan, say`${key} has no sizes yet: write them as ${example}`)];
  if (value.kind !== "list") {
    const sizes = sizesIn(value)?.join(", ");
    const fix = sizes === undefined ? undefined : replace(say`Write [${sizes}]`, value.span, `[${sizes}]`);
    return [problem("wrong-input", value.span, say`${key} is a list of sizes, such as ${example}`, fix)];
  }
  if (!value.items.length) return [problem("wrong-input", value.span, say`${key} has no sizes yet, as in ${example}`)];
  const wrong = value.items.flatMap((item) => (isSize(written(item)) ? [] : [wrongSize(item, value.span)]));
  const [batch, next] = value.items;
  if (!batched || !batch || !next) return wrong;
  const message = say`shapes are written without the batch, and ${textOf(batch)!} is one`;
  return [
    ...wrong.filter(({ span }) => span !== batch.span),
    problem("wrong-input", batch.span, message, withoutBatch(batch, next)),
  ];
}

function wrongSize(item: Tree, around: Problem["span"]): Problem {
  const span = isMissing(item) ? around : item.span;
  if (written(item) === "N")
    return problem("wrong-input", span, say`N is the batch, which is not written; call this size otherwise`);
  const found = item.kind === "scalar" ? (textOf(item) ?? "nothing") : `a ${item.kind}`;
  return problem("wrong-input", span, say`a size is a whole number from 1 to ${largest}, or a word; not ${found}`);
}

const withoutBatch = (batch: Tree, next: Tree): Fix => ({
  title: say`Leave out the batch`,
  edits: [{ span: { from: batch.span.from, to: next.span.from }, text: "" }],
  safe: false,
});
