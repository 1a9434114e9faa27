import { type Shape, symbol } from "../../core/dim";
import type { ReadOptions } from "../../core/format";
import type { Edge, Node, Training } from "../../core/graph";
import { say } from "../../core/message";
import { type Problem, problem, type Report } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";
import { type Entry, entriesOf, entryOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import { vocabularies } from "../../vocabularies/index";
import type { Format } from "../format";
import { blockNames, readBlocks } from "./block";
import { expand } from "./expand";
import { type Body, readBody } from "./item";
import { place } from "./place";
import { isSize, validate } from "./validate";

/** The project's own way to write a model, in YAML or JSON: `input: [C, H, W]`, `layers:`, `blocks:`. */
export const native: Format = {
  id: "convlint",
  read({ root, text, problems: found, comments }, options = {}) {
    const problems: Problem[] = [...found];
    const report: Report = (one) => problems.push(one);
    const vocabulary = frameworkOf(root, report);
    const reader = { text, vocabulary, blocks: blockNames(root), report };
    const blocks = readBlocks(root, reader);
    const body = readBody(root, reader);
    const batched = hasBatch(root, [body, ...[...blocks.values()].map((block) => block.body)], vocabulary);
    // Where only a part of the text was read, what is missing may be in the rest.
    if (!found.some(({ id }) => id === "too-large")) validate(root, vocabulary, batched, report);
    const nodes = inputsOf(root, options, batched);
    // Without an input nothing is known, which is said once, and not at every layer.
    const start = nodes.length ? nodes.map(({ id }): Edge => ({ node: id, port: 0 })) : [{ port: 0 }];
    const names = new Map(nodes.map(({ label, id }): [string, readonly Edge[]] => [label, [{ node: id, port: 0 }]]));
    const { rows, outputs } = expand(
      { ...body, inputs: [] },
      { names, rows: new Map(), results: [], start },
      {
        text,
        blocks,
        vocabulary,
        params: new Map(),
        nodes,
        report,
        guards: [],
        training: false,
        open: [],
        spent: { calls: 0 },
      },
    );
    const training = trainingOf(root);
    return {
      models: [{ graph: { vocabulary, nodes, rows, outputs, ...(training && { training }) } }],
      problems,
      comments,
    };
  },
  place,
};

function frameworkOf(root: Tree | undefined, report: Report) {
  const tree = get(root, "framework");
  const word = textOf(tree) ?? "pytorch";
  const found = vocabularies.find(({ id }) => id === word);
  if (!found)
    report(
      problem("unknown-framework", tree!.span, say`framework is ${vocabularies.map(({ id }) => id).join(" or ")}`),
    );
  return found ?? vocabularies[0]!;
}

/** Whether `input: [1, 3, 224, 224]` counts the batch: its layers read images, and none of them volumes. */
function hasBatch(root: Tree | undefined, bodies: readonly Body[], { spellings }: Vocabulary): boolean {
  const sizes = itemsOf(get(root, "input"));
  if (sizes.length !== 4 || sizes[0]!.kind !== "scalar" || sizes[0]!.value !== 1) return false;
  const reads = (axes: string): boolean =>
    bodies.some(({ items }) =>
      items.some(({ op }) => Object.values(spellings.get(op)?.op.inputs ?? {}).includes(axes)),
    );
  return reads("N C H W") && !reads("N C D H W");
}

/** `input: [3, H, W]`, or `inputs:` with a name for each. */
function inputsOf(root: Tree | undefined, { input }: ReadOptions, batched: boolean): Node[] {
  const single = entryOf(root, "input");
  const all: readonly Entry[] = single ? [single] : entriesOf(get(root, "inputs"));
  return all.map(({ key, value, keySpan }, id) => {
    const asked = Array.isArray(input)
      ? id === 0
        ? (input as Shape)
        : undefined
      : (input as { readonly [name: string]: Shape } | undefined)?.[key];
    return {
      id,
      label: key,
      op: "Input",
      span: value.span,
      opSpan: keySpan,
      inputs: [],
      args: [],
      given: [symbol("N"), ...(asked ?? shapeOf(value).slice(batched ? 1 : 0))],
    };
  });
}

/** A size that is none is unknown: it has been reported, and nothing else need be said of it. */
const shapeOf = (tree: Tree): Shape =>
  itemsOf(tree).map((item) => {
    if (item.kind !== "scalar" || !isSize(item.value)) return Number.NaN;
    return typeof item.value === "number" ? item.value : symbol(item.value);
  });

function trainingOf(root: Tree | undefined): Training | undefined {
  const tree = get(root, "training");
  if (!tree) return undefined;
  const batch = get(tree, "batch_size");
  const loss = get(tree, "loss");
  const text = (key: "precision" | "optimizer"): { readonly [key: string]: string } => {
    const value = textOf(get(tree, key));
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...(batch?.kind === "scalar" && typeof batch.value === "number" && { batch_size: batch.value }),
    ...text("precision"),
    ...text("optimizer"),
    ...(loss && textOf(loss) !== undefined && { loss: { value: textOf(loss)!, span: loss.span } }),
  };
}
