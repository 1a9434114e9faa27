import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, type Fix, problem, type Report } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";
import { type Entry, entriesOf, entryOf, get, isMissing, type Tree, textOf } from "../../tree/tree";

/** What stands at the top of a model; keys that begin with `x-` are left alone, for anchors. */
const keys = ["name", "framework", "input", "inputs", "layers", "blocks", "outputs", "training"];
const blockKeys = ["params", "inputs", "layers", "outputs"];
const trainingKeys = ["batch_size", "precision", "optimizer", "loss"];
const choices: { readonly [key: string]: readonly string[] } = {
  precision: ["float32", "float16", "bfloat16"],
  optimizer: ["sgd", "momentum", "adam", "adamw"],
};
/** No image is larger, and products of sizes stay whole numbers. */
const largest = 1_000_000;

/** Says what is wrong with a model before a single layer is looked at. */
export function validate(root: Tree | undefined, vocabulary: Vocabulary, batched: boolean, report: Report): void {
  if (isMissing(root)) return; // a file that somebody has only begun
  if (root!.kind !== "map")
    return report(problem("missing-key", root!.span, say`a model is a map with input and layers`));
  if (!["input", "inputs", "layers", "blocks"].some((key) => entryOf(root, key))) {
    // Something else altogether, or a model of which only the name is written yet.
    const strange = root!.entries.find(({ key }) => !keys.includes(key) && !key.startsWith("x-"));
    if (strange)
      report(problem("missing-key", strange.keySpan, say`a model has input and layers, and here are neither`));
    return;
  }
  known(root, keys, report);
  for (const entry of inputsOf(root)) validateInput(entry, batched, report);
  const first = root!.entries[0];
  const hasInput = entryOf(root, "input") ?? entryOf(root, "inputs");
  if (first && !hasInput && entryOf(root, "layers"))
    report(
      problem(
        "missing-key",
        entryOf(root, "layers")!.keySpan,
        say`the model has no input: write input: [3, 224, 224] above its layers`,
      ),
    );
  for (const block of entriesOf(get(root, "blocks"))) validateBlock(block, vocabulary, report);
  validateTraining(entryOf(root, "training"), report);
}

function known(tree: Tree | undefined, names: readonly string[], report: Report): void {
  for (const { key, keySpan } of entriesOf(tree)) {
    if (names.includes(key) || key.startsWith("x-")) continue;
    const near = nearest(key, names);
    const message = say`${key} means nothing here; there are ${names.join(", ")}${didYouMean(near)}`;
    report(problem("unknown-key", keySpan, message, changeTo(near, keySpan)));
  }
}

const inputsOf = (root: Tree | undefined): readonly Entry[] => {
  const single = entryOf(root, "input");
  return single ? [single] : entriesOf(get(root, "inputs"));
};

function validateInput({ key, keySpan, value }: Entry, batched: boolean, report: Report): void {
  if (isMissing(value))
    return report(problem("wrong-input", keySpan, say`${key} has no sizes yet: write them as [3, 224, 224]`));
  if (value.kind !== "list")
    return report(problem("wrong-input", value.span, say`${key} is a list of sizes, such as [3, 224, 224]`));
  for (const item of value.items) {
    if (item.kind === "scalar" && isSize(item.value)) continue;
    const found = textOf(item) ?? "nothing";
    report(
      problem(
        "wrong-input",
        isMissing(item) ? value.span : item.span,
        say`a size is a whole number from 1 to ${largest}, or a word; not ${found}`,
      ),
    );
  }
  const [batch, ...rest] = value.items;
  if (!batched || !batch || !rest[0]) return;
  const message = say`shapes are written without the batch, so four sizes are a volume`;
  report(problem("wrong-input", value.span, message, withoutBatch(batch, rest[0])));
}

/** A whole number of pixels or channels, or a word that stands for one. */
export const isSize = (value: unknown): value is number | string =>
  typeof value === "string"
    ? isName(value)
    : typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= largest;

const withoutBatch = (batch: Tree, next: Tree): Fix => ({
  title: say`Leave out the batch`,
  edits: [{ span: { from: batch.span.from, to: next.span.from }, text: "" }],
  safe: false,
});

function validateBlock({ key, keySpan, value }: Entry, { spellings }: Vocabulary, report: Report): void {
  if (spellings.has(key))
    report(problem("block-named-as-operator", keySpan, say`${key} is an operator; call the block otherwise`));
  else if (!isName(key))
    report(problem("wrong-name", keySpan, say`${key} is no name: letters, digits and _, no digit first`));
  known(value, blockKeys, report);
  for (const param of entriesOf(get(value, "params")))
    if (!isName(param.key))
      report(problem("wrong-name", param.keySpan, say`${param.key} is no name: letters, digits and _, no digit first`));
}

export const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

function validateTraining(training: Entry | undefined, report: Report): void {
  if (!training) return;
  known(training.value, trainingKeys, report);
  for (const { key, keySpan, value } of entriesOf(training.value)) {
    const text = textOf(value);
    const allowed = choices[key];
    const span = isMissing(value) ? keySpan : value.span;
    if (allowed && (text === undefined || !allowed.includes(text)))
      report(problem("wrong-argument", span, say`${key} is ${allowed.join(" or ")}, not ${text ?? "nothing"}`));
    const size = value.kind === "scalar" ? value.value : undefined;
    if (key === "batch_size" && !(typeof size === "number" && Number.isInteger(size) && size >= 1))
      report(problem("wrong-argument", span, say`batch_size is a whole number from 1, not ${text ?? "nothing"}`));
  }
}
