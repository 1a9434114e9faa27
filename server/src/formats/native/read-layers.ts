import type { Problem } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";
import type { Tree } from "../../tree/tree";
import { type Blocks, blockNames, readBlocks } from "./block";
import { frameworkOf, wrongFramework } from "./framework";
import { type Body, readBody } from "./item";

interface Layers {
  readonly vocabulary: Vocabulary;
  /** The framework is not the one that the file says. */
  readonly assumed?: true;
  readonly blocks: Blocks;
  readonly body: Body;
  readonly problems: readonly Problem[];
}

/** In the words of the framework that the file says; of another where the operators are those of that one. */
export function readLayers(root: Tree | undefined, text: string): Layers {
  const said = frameworkOf(root);
  const once = layersIn(root, text, said.vocabulary);
  const other = wrongFramework(root, text, once, said.vocabulary);
  const found = other ? layersIn(root, text, other.vocabulary) : once;
  const wrong = said.problem ?? other?.problem;
  return {
    ...found,
    vocabulary: other?.vocabulary ?? said.vocabulary,
    ...(other && { assumed: true }),
    problems: wrong ? [wrong, ...found.problems] : found.problems,
  };
}

function layersIn(root: Tree | undefined, text: string, vocabulary: Vocabulary) {
  const problems: Problem[] = [];
  const reader = { text, vocabulary, blocks: blockNames(root), report: (one: Problem) => problems.push(one) };
  return { blocks: readBlocks(root, reader), body: readBody(root, reader), problems };
}
