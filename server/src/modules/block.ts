import { inferGraph } from "../analysis/infer-graph";
import { batch } from "../core/batch";
import { unknown } from "../core/dim";
import type { Edge, Node } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import { expand } from "../formats/native/expand";
import { type Body, readBody } from "../formats/native/item";
import { blockKeys } from "../formats/native/keys";
import { known } from "../formats/native/validate";
import { type Entry, isMissing, type Tree } from "../tree/tree";
import { vocabularies } from "../vocabularies/index";
import { laterOf, type Values } from "./formula";
import { nowhere } from "./written";

/** The words of a block: those of PyTorch. */
export const words = vocabularies[0]!;

/** A block as written, which becomes layers once its arguments are known. */
export type Block = (values: Values) => { readonly nodes: readonly Node[]; readonly result: Edge | undefined };

/** Layers as in the native format, with arguments of the module as parameters. Problems lie in the text of the configuration. */
export function blockAt(entry: Entry, names: readonly string[], text: string, report: Report): Block | undefined {
  const { key, keySpan, value } = entry;
  const tree: Tree | undefined = value.kind === "list" ? layersOf(entry) : value.kind === "map" ? value : undefined;
  if (!tree) {
    const span = isMissing(value) ? keySpan : value.span;
    report(problem("wrong-setting", span, say`${key} is a list of layers, as in the native format`));
    return undefined;
  }
  known(tree, keys, report);
  const body = readBody(tree, { text, vocabulary: words, blocks: new Map(), report });
  if (body.outputs?.kind === "list")
    report(problem("wrong-setting", body.outputs.span, say`a module gives one result: outputs names one layer`));
  tryOut(body, names, report);
  return (values) => expanded(body, values, () => {});
}

const keys = blockKeys.map(({ name }) => name).filter((name) => name === "layers" || name === "outputs");

const layersOf = ({ keySpan, value }: Entry): Tree => ({
  kind: "map",
  entries: [{ key: "layers", keySpan, value }],
  span: value.span,
  flow: false,
});

const input = (): Node => ({
  id: 0,
  label: "input",
  op: "Input",
  span: nowhere,
  opSpan: nowhere,
  inputs: [],
  args: [],
  given: [batch, unknown, unknown, unknown],
});

function expanded(body: Body, params: Values, report: Report) {
  const nodes: Node[] = [input()];
  const start: readonly Edge[] = [{ node: 0, port: 0 }];
  const { rows, outputs } = expand(
    { ...body, inputs: [] },
    { names: new Map([["input", start]]), rows: new Map(), results: [], start },
    {
      text: "",
      blocks: new Map(),
      vocabulary: words,
      params,
      nodes,
      spent: { calls: 0 },
      report,
      guards: [],
      training: false,
      open: [],
    },
  );
  return { nodes, rows, result: outputs.length === 1 ? outputs[0] : undefined };
}

/** What is wrong whatever the arguments are. */
function tryOut(body: Body, names: readonly string[], report: Report): void {
  const found: Problem[] = [];
  const { nodes, rows } = expanded(body, laterOf(names), (one) => found.push(one));
  inferGraph({ vocabulary: words, nodes, rows, outputs: [] }, new Map(), (one) => found.push(one));
  const seen = new Set<string>();
  for (const { layer: _, ...one } of found) {
    const place = `${one.id} ${one.span.from} ${one.span.to}`;
    // How often a layer is repeated hangs on arguments, which are not known yet.
    if (one.id === "wrong-repeat" || seen.has(place)) continue;
    seen.add(place);
    report(one);
  }
}
