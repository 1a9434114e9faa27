import type { Model } from "../../server/src/core/analysis";
import type { Edge, Node } from "../../server/src/core/graph";
import { show } from "../../server/src/core/value";

/**
 * What a model computes as one text for each of its outputs, layers left out that change nothing there: the argument
 * is 1, or the same layer stands before.
 */
export function whatIsComputed({ graph }: Model): readonly string[] {
  const known: string[] = [];
  const at = ({ node, port }: Edge): string => (node === undefined ? "?" : `${known[node]}${port ? `.${port}` : ""}`);
  const terms = new Map<string, string>();
  const short = (term: string): string => {
    if (!terms.has(term)) terms.set(term, `t${terms.size}=${term}`);
    return terms.get(term)!.replace(/=.*/s, "");
  };
  for (const node of graph.nodes) {
    const inputs = node.inputs.map(at);
    known.push(inputs.length === 1 && isIdle(node, terms, inputs[0]!) ? inputs[0]! : short(termOf(node, inputs)));
  }
  return [...graph.outputs.map(at), ...[...terms.values()].sort()];
}

const wordOf = ({ op }: Node): string => op.replace(/^nn\./, "");
const termOf = (node: Node, inputs: readonly string[]): string =>
  `${wordOf(node)}(${node.args.map(({ name, value }) => `${name}: ${show(value)}`)})[${inputs}]`;

function isIdle(node: Node, terms: ReadonlyMap<string, string>, input: string): boolean {
  const word = wordOf(node);
  if (word === "MaxPool2d") return node.args.some(({ name, value }) => name === "kernel_size" && show(value) === "1");
  if (word === "Upsample") return node.args.some(({ name, value }) => name === "scale_factor" && show(value) === "1");
  if (word === "Dropout") return node.args.some(({ name, value }) => name === "p" && show(value) === "0");
  const before = [...terms.values()].find((term) => term.startsWith(`${input}=`));
  if (word === "Flatten") return /^t\d+=Flatten/.test(before ?? "");
  return word === "ReLU" && /^t\d+=ReLU/.test(before ?? "");
}
