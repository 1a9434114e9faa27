import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, problem, type Report } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";
import { type Entry, entriesOf, entryOf, get, isMissing, type Tree, textOf } from "../../tree/tree";
import { validateInputs } from "./inputs";
import { blockKeys, modelKeys } from "./keys";
import { isName } from "./names";
import { validateTraining } from "./training";

const keys = modelKeys.map(({ name }) => name);
const inBlock = blockKeys.map(({ name }) => name);

/** Says what is wrong with a model before a single layer is looked at. `typed` tells a file from a value without text. */
export function validate(
  root: Tree | undefined,
  vocabulary: Vocabulary,
  batched: boolean,
  typed: boolean,
  report: Report,
): void {
  if (isMissing(root)) {
    // A file that somebody has only begun is no mistake.
    if (!typed) report(problem("missing-key", { from: 0, to: 0 }, say`a model has input and layers`));
    return;
  }
  if (root!.kind !== "map")
    return report(problem("missing-key", root!.span, say`a model is a map with input and layers`));
  if (!["input", "inputs", "layers", "blocks"].some((key) => entryOf(root, key))) {
    // Something else altogether, or a model of which only the name is written yet.
    const strange = typed ? root!.entries.find(({ key }) => !keys.includes(key) && !isExtra(key)) : undefined;
    if (strange ?? !typed)
      report(
        problem("missing-key", strange?.keySpan ?? root!.span, say`a model has input and layers, and here are neither`),
      );
    return;
  }
  known(root, keys, report);
  validateInputs(root, batched, report);
  missing(root!, typed, report);
  validateBlocks(entryOf(root, "blocks"), vocabulary, report);
  validateTraining(entryOf(root, "training"), report);
}

/** Keys that begin with `x-` are left alone: anchors for later use can stand there. */
const isExtra = (key: string): boolean => key.startsWith("x-");

export function known(tree: Tree | undefined, names: readonly string[], report: Report): void {
  for (const { key, keySpan } of entriesOf(tree)) {
    if (names.includes(key) || isExtra(key)) continue;
    const near = nearest(key, names);
    const message = say`${key} means nothing here; there are ${names.join(", ")}${didYouMean(near)}`;
    report(problem("unknown-key", keySpan, message, changeTo(near, keySpan)));
  }
}

/** Without an input nothing can be inferred; layers come last, so those of a text are only missed where nothing else is. */
function missing(root: Tree, typed: boolean, report: Report): void {
  const layers = entryOf(root, "layers");
  const input = entryOf(root, "input") ?? entryOf(root, "inputs");
  if (layers && !input) {
    const message = say`the model has no input: write input: [3, 224, 224] above its layers`;
    report(problem("missing-key", layers.keySpan, message));
  }
  if (input && !layers && !typed) report(problem("missing-key", input.keySpan, say`the model has no layers`));
}

function validateBlocks(blocks: Entry | undefined, vocabulary: Vocabulary, report: Report): void {
  if (!blocks || isMissing(blocks.value)) return;
  if (blocks.value.kind !== "map") {
    report(
      problem("wrong-layer", blocks.value.span, say`blocks is a map: the name of each block, and below it its layers`),
    );
    return;
  }
  for (const block of blocks.value.entries) validateBlock(block, vocabulary, report);
}

function validateBlock({ key, keySpan, value }: Entry, { spellings }: Vocabulary, report: Report): void {
  if (spellings.has(key))
    report(problem("block-named-as-operator", keySpan, say`${key} is an operator; call the block otherwise`));
  else named(key, keySpan, report);
  if (value.kind === "list") {
    report(
      problem("wrong-layer", keySpan, say`the layers of a block stand below ${"layers:"}, as those of the model do`),
    );
    return;
  }
  known(value, inBlock, report);
  for (const param of entriesOf(get(value, "params"))) named(param.key, param.keySpan, report);
  const inputs = get(value, "inputs");
  if (inputs && inputs.kind !== "list" && !isMissing(inputs))
    report(problem("wrong-input", inputs.span, say`inputs of a block are a list of names, such as [x, skip]`));
  else
    for (const input of inputs?.kind === "list" ? inputs.items : [])
      named(textOf(input) ?? "nothing", input.span, report);
}

function named(word: string, span: Entry["keySpan"], report: Report): void {
  if (!isName(word))
    report(problem("wrong-name", span, say`${word} is no name: letters, digits and _, no digit first`));
}
