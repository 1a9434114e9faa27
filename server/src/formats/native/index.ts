import type { Edge } from "../../core/graph";
import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, type Problem, problem, type Report } from "../../core/problem";
import { entryOf, isMissing, type Tree, textOf } from "../../tree/tree";
import { vocabularies } from "../../vocabularies/index";
import type { Format } from "../format";
import { hasBatch } from "./batch";
import { blockNames, readBlocks } from "./block";
import { expand } from "./expand";
import { inputNodes } from "./inputs";
import { readBody } from "./item";
import { place } from "./place";
import { trainingOf } from "./training";
import { validate } from "./validate";

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
    const batched = hasBatch(root, body, blocks, vocabulary);
    // Where only a part of the text was read, what is missing may be in the rest.
    if (!found.some(({ id }) => id === "too-large")) validate(root, vocabulary, batched, text !== "", report);
    const nodes = inputNodes(root, options, batched);
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

/** What people call a framework. */
const others = new Map([
  ["torch", "pytorch"],
  ["tensorflow", "keras"],
  ["tf", "keras"],
  ["tf.keras", "keras"],
]);

function frameworkOf(root: Tree | undefined, report: Report) {
  const entry = entryOf(root, "framework");
  const word = textOf(entry?.value);
  const found = vocabularies.find(({ id }) => id === word);
  if (found || !entry || isMissing(entry.value)) return found ?? vocabularies[0]!;
  const ids = vocabularies.map(({ id }) => id);
  const near = word === undefined ? undefined : (others.get(word.toLowerCase()) ?? nearest(word, ids));
  const { span } = entry.value;
  const message = say`framework is ${ids.join(" or ")}${didYouMean(near)}`;
  report(problem("unknown-framework", span, message, changeTo(near, span)));
  return vocabularies.find(({ id }) => id === near) ?? vocabularies[0]!;
}
