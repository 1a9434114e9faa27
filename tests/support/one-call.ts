import { analyse } from "../../server/src/analysis/analyse";
import type { Analysis } from "../../server/src/core/analysis";
import type { Shape } from "../../server/src/core/dim";
import type { Arg, Node, Row } from "../../server/src/core/graph";
import { literal, type Value } from "../../server/src/core/value";
import type { Vocabulary } from "../../server/src/core/vocabulary";

const span = { from: 0, to: 0 };

/** Data as a person would have written it. */
export const written = (value: unknown): Value =>
  Array.isArray(value) ? { kind: "list", items: value.map(written), span } : literal(value, span);

/** One call of an operator, with what its arguments apply to the result: a graph that never was text. */
export function oneCall(
  vocabulary: Vocabulary,
  op: string,
  given: { readonly [name: string]: unknown },
  inputs: readonly Shape[],
  /** Arguments that a format would fill in, which so have no name in a text. */
  filledIn: readonly string[] = [],
): Analysis {
  const args = Object.entries(given).map(
    ([name, value]): Arg => ({ name, ...(!filledIn.includes(name) && { nameSpan: span }), value: written(value) }),
  );
  const nodes: Node[] = inputs.map((shape, id) => ({
    id,
    label: "x",
    op: "Input",
    span,
    opSpan: span,
    inputs: [],
    args: [],
    given: shape,
  }));
  const reads = nodes.map(({ id }) => ({ node: id, port: 0 }));
  nodes.push({ id: nodes.length, label: op, op, span, opSpan: span, inputs: reads, args });
  for (const name of vocabulary.spellings.get(op)?.applies ?? []) {
    const word = given[name];
    if (typeof word !== "string") continue;
    const applied = vocabulary.activations?.has(word) ? vocabulary.activations.get(word) : word;
    const last = [{ node: nodes.length - 1, port: 0 }];
    if (applied)
      nodes.push({ id: nodes.length, label: applied, op: applied, span, opSpan: span, inputs: last, args: [] });
  }
  const rows: readonly Row[] = [];
  return analyse({ models: [{ graph: { vocabulary, nodes, rows, outputs: [] } }], problems: [], comments: [] }, []);
}
