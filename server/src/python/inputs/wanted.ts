import { portsOf } from "../../core/axes";
import type { Node } from "../../core/graph";
import { numberOf } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";

/** What a layer wants of the tensor that it reads: numbers where it says how many, names of sides where it does not. */
export interface Wanted {
  readonly axes: readonly (number | "N" | "side")[];
  /** It makes images larger, so that it is meant for small ones. */
  readonly enlarges: boolean;
  /** It reads the input itself, and not what something unknown has made of it. */
  readonly directly: boolean;
}

/**
 * What the first layers of a run want that say how much they read, by the input that they read. Where nothing tells
 * which it is, the layer reads the only one that there is.
 */
export function wantedBy(
  nodes: readonly Node[],
  probes: readonly number[],
  vocabulary: Vocabulary,
): ReadonlyMap<number, Wanted> {
  const found = new Map<number, Wanted>();
  const from = new Map<number, number>(probes.map((probe) => [probe, probe]));
  for (const node of nodes) {
    const [first] = node.inputs;
    const source = first?.node === undefined ? undefined : from.get(first.node);
    if (source !== undefined && keepsAxes(node, vocabulary)) from.set(node.id, source);
    const axes = axesOf(node, vocabulary);
    if (!axes) continue;
    if (source !== undefined && !found.has(source))
      found.set(source, { axes, enlarges: enlarges(node), directly: probes.includes(first!.node!) });
    else if (source === undefined && probes.length === 1 && !found.size)
      found.set(probes[0]!, { axes, enlarges: enlarges(node), directly: false });
  }
  return found;
}

const enlarges = ({ op }: Node): boolean => op.includes("Transpose");

/** Layers that say nothing of what they read, and hand it on with as many axes and channels. */
const keepsAxes = ({ op }: Node, { spellings }: Vocabulary): boolean => {
  const ports = spellings.get(op)?.op;
  const axes = ports?.inputs["x"];
  return ports !== undefined && axes?.includes("C") === true && axes === ports.outputs["y"] && !ports.weights;
};

function axesOf({ op, args }: Node, { spellings }: Vocabulary): Wanted["axes"] | undefined {
  const spelling = spellings.get(op);
  const [word, path] = Object.entries(spelling?.states ?? {})[0] ?? [];
  const port = spelling && portsOf(spelling.op.inputs)[0];
  const stated = numberOf(args.find(({ name }) => name === word)?.value);
  if (!path || !port || stated === undefined || path.split(".")[0] !== port.name) return undefined;
  const names = port.axes.replace(/^\.\.\./, "N").split(" ");
  if (names.includes("...")) return undefined;
  const own = path.split(".")[1];
  return names.map((name) => (name === own ? stated : name === "N" ? "N" : "side"));
}
