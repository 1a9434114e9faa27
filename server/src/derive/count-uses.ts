import type { Graph } from "../core/graph";
import { callsIn, type Used, type Uses } from "../core/uses";
import { recognise } from "../formats/index";

/** What is generated of model files, by the vocabularies they are written in. */
export function countUses(files: readonly { readonly path: string; readonly text: string }[]) {
  const read = new Map<string, { graph: Graph; text: string }[]>();
  for (const { path, text } of files) {
    const found = recognise(path, text);
    const graph = found?.format.read(found.document, {}).models[0]?.graph;
    if (graph) read.set(graph.vocabulary.id, [...(read.get(graph.vocabulary.id) ?? []), { graph, text }]);
  }
  return Object.fromEntries(
    [...read]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, models]) => [id, shortened(callsIn(models), models[0]!.graph)]),
  );
}

/** Operators alone, with what stands there again and again. */
const shortened = (uses: Uses, { vocabulary }: Graph): Uses =>
  Object.fromEntries(
    Object.entries(uses)
      .filter(([op]) => vocabulary.spellings.has(op))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([op, { values, next, calls, ...rest }]): [string, Used] => [
        op,
        {
          ...rest,
          values: Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.slice(0, 6)])),
          calls: calls.slice(0, 3),
          next: next.filter((one) => vocabulary.spellings.has(one)).slice(0, 4),
        },
      ]),
  );
