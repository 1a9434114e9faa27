import type { Edge } from "../../core/graph";
import type { Problem, Report } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";
import type { Tree } from "../../tree/tree";
import type { Format } from "../format";
import { hasBatch } from "./batch";
import { type Blocks, blockNames, readBlocks } from "./block";
import { expand } from "./expand";
import { frameworkOf, wrongFramework } from "./framework";
import { inputNodes } from "./inputs";
import { type Body, readBody } from "./item";
import { place } from "./place";
import { trainingOf } from "./training";
import { validate } from "./validate";

/** The project's own way to write a model, in YAML or JSON: `input: [C, H, W]`, `layers:`, `blocks:`. */
export const native: Format = {
  id: "convlint",
  read({ root, text, problems: found, comments }, options = {}) {
    const problems: Problem[] = [...found];
    const report: Report = (one) => problems.push(one);
    const { vocabulary, assumed, blocks, body } = readLayers(root, text, report);
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
      models: [
        { graph: { vocabulary, ...(assumed && { assumed }), nodes, rows, outputs, ...(training && { training }) } },
      ],
      problems,
      comments,
    };
  },
  place,
};

interface Layers {
  readonly vocabulary: Vocabulary;
  readonly assumed?: true;
  readonly blocks: Blocks;
  readonly body: Body;
}

/** In the words of the framework that the file says; of another where the operators are those of that one. */
function readLayers(root: Tree | undefined, text: string, report: Report): Layers {
  const said = frameworkOf(root);
  const once = layersIn(root, text, said.vocabulary);
  const other = wrongFramework(root, text, once, said.vocabulary);
  const found = other ? layersIn(root, text, other.vocabulary) : once;
  for (const one of [said.problem ?? other?.problem, ...found.problems]) if (one) report(one);
  const vocabulary = other?.vocabulary ?? said.vocabulary;
  return { ...found, vocabulary, ...(other && { assumed: true }) };
}

function layersIn(root: Tree | undefined, text: string, vocabulary: Vocabulary) {
  const problems: Problem[] = [];
  const reader = { text, vocabulary, blocks: blockNames(root), report: (one: Problem) => problems.push(one) };
  return { blocks: readBlocks(root, reader), body: readBody(root, reader), problems };
}
