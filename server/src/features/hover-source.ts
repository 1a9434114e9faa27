import { inputSizes } from "../analysis/input-sizes";
import { sizesInWords } from "../analysis/size-words";
import { type Model, shapeAt } from "../core/analysis";
import { image } from "../core/batch";
import type { Edge, Node } from "../core/graph";
import { type Message, render, say } from "../core/message";
import { alike, someOf } from "./alike";
import { isProgram } from "./calls";
import { imagesOf } from "./figures";
import { bounded, tableOf } from "./markdown";
import { activeOfSeveral, type Snapshot } from "./snapshot";
import { type Use, whereIn, whereOf } from "./use";

/** The layer that a reference leads to, in each use where it leads to one. */
export function aboutReference(
  snapshot: Snapshot,
  edges: readonly { readonly use: Use; readonly edge: Edge }[],
): readonly string[] {
  const { voice } = snapshot;
  const tell = (message: Message): string => render(message, voice);
  const found = edges.flatMap(({ use, edge }) => {
    const node = edge.node === undefined ? undefined : use.model.graph.nodes[edge.node];
    if (!node) return [];
    return [{ use, name: nameOf(node), output: tell(imagesOf([shapeAt(use.model, edge)], voice)) }];
  });
  const [first] = found;
  if (!first) return [];
  if (isProgram(first.use.model)) return inProgram(found).map(tell);
  if (found.every(({ name, output }) => name === first.name && output === first.output))
    return [tell(say`${first.name} → ${first.output}`)];
  if (found.some(({ name }) => name !== first.name))
    return found.slice(0, 8).map(({ use, name, output }) => tell(say`${whereOf(use, voice)}: ${name} → ${output}`));
  const active = activeOfSeveral(snapshot);
  const rows = bounded(found.map(({ use, output }) => [whereIn(use, active, voice), output]));
  return [first.name, tableOf(["", tell(say`output`)], rows)];
}

/** Each shape that comes here, and from where. */
const inProgram = (found: readonly { readonly name: string; readonly output: string }[]): readonly Message[] =>
  alike(found, ({ output }) => output)
    .slice(0, 8)
    .map(({ all, first: { output } }) => say`${someOf(all.map(({ name }) => name))} → ${output}`);

const nameOf = ({ row, label, op, given }: Node): string =>
  given || row?.name === undefined ? `**${label}**` : `**${row.name}** ${row.op || op}`;

/** What the model reads, and what else it could; nothing while no size is written. */
export function aboutInput({ label, given }: Node, model: Model, { library, voice }: Snapshot): readonly string[] {
  if (!given || !image(given).length) return [];
  const sizes = inputSizes(model);
  const multiple = library?.(model).imageMultiple;
  const tell = (message: Message): string => render(message, voice);
  const rounding = multiple == null ? [] : [tell(say`The library rounds sides up to multiples of ${multiple}.`)];
  return [
    model.graph.presumed
      ? tell(
          say`**${label}** is what the model reads. Nothing says how large it is; ${imagesOf([given], voice)} is presumed, without the batch.`,
        )
      : tell(say`**${label}** is what the model reads: ${imagesOf([given], voice)}, without the batch.`),
    ...(sizes ? [[tell(say`The model ${sizesInWords(sizes)}.`), ...rounding].join(" ")] : []),
  ];
}
