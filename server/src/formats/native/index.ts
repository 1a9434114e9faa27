import { type Shape, symbol } from "../../core/dim";
import type { Format } from "../../core/format";
import type { Edge, Node } from "../../core/graph";
import { error, type Problem, replace } from "../../core/problem";
import { vocabularies } from "../../vocabularies/index";
import { entries, entry, get, items, parse, spanOf, textOf, valueOf, type Yaml } from "../yaml-tree";
import { readBlocks } from "./block";
import { expand } from "./expand";
import { missingColons, readBody } from "./item";
import { place } from "./place";

/** The project's own way to write a model, in YAML or JSON: `input: [C, H, W]`, `layers:`, `blocks:`. */
export const native: Format = {
  id: "convlint",
  detect: (text, uri) => /\.cnn\.(ya?ml|json)$/.test(uri) || /^\s*"?layers"?\s*:/m.test(text),
  read(text) {
    const { root, problems: syntax, comments } = parse(text);
    const problems: Problem[] = [...missingColon(text, syntax)];
    const framework = textOf(get(root, "framework")) ?? "pytorch";
    const vocabulary = vocabularies.find(({ id }) => id === framework);
    if (!vocabulary)
      problems.push(
        error(
          "unknown-framework",
          spanOf(get(root, "framework")!),
          `framework is ${vocabularies.map(({ id }) => id).join(" or ")}`,
        ),
      );
    const nodes: Node[] = inputsOf(root);
    const start = nodes.map(({ id }): Edge => ({ node: id, port: 0 }));
    const names = new Map(nodes.map(({ label, id }): [string, readonly Edge[]] => [label, [{ node: id, port: 0 }]]));
    const report = (problem: Problem) => problems.push(problem);
    const outputs = expand(
      readBody(root, report),
      { names, results: [], start },
      {
        blocks: readBlocks(root, report),
        values: new Map(),
        nodes,
        report,
        open: [],
        spent: { calls: 0 },
      },
    );
    return { models: [{ graph: { vocabulary: vocabulary ?? vocabularies[0]!, nodes, outputs } }], problems, comments };
  },
  place,
};

/** `input: [3, H, W]`, or `inputs:` with a name for each. */
function inputsOf(root: Yaml | null): Node[] {
  const single = entry(root, "input");
  const all = single ? [single] : entries(get(root, "inputs"));
  return all.map(({ key, node, keySpan }, id) => {
    const span = node ? spanOf(node) : keySpan;
    return {
      id,
      label: key,
      op: "Input",
      span,
      opSpan: keySpan,
      inputs: [],
      args: [],
      given: [symbol("N"), ...shapeOf(node)],
    };
  });
}

const shapeOf = (node: Yaml | null): Shape =>
  items(node).map((item) => {
    const size = valueOf(item, spanOf(item));
    return size.kind === "number" ? size.value : size.kind === "text" ? symbol(size.value) : NaN;
  });

/** Says what is missing instead of what the parser makes of it. */
function missingColon(text: string, syntax: readonly Problem[]): readonly Problem[] {
  const found = missingColons(text);
  const explained = (problem: Problem) =>
    found.some(({ span, upTo }) => problem.span.from >= span.from && problem.span.from <= upTo);
  return [
    ...syntax.filter((problem) => !explained(problem)),
    ...found.map(({ op, span }) =>
      error(
        "missing-colon",
        span,
        `${op} has keys below it, so it needs a colon`,
        replace("Add the colon", span, `${op}:`),
      ),
    ),
  ];
}
