import type { Model } from "../core/analysis";
import type { Graph, Row, UnreadInput } from "../core/graph";
import { handedTo } from "../core/handed";
import { say } from "../core/message";
import type { Related } from "../core/problem";
import { rule } from "../core/rule";

export const unusedInput = rule({
  id: "unused-input",
  summary: "Nothing reads an input of the model or of a block.",
  why: "What is put in there changes no result, and whatever computes it is never trained. Mostly a layer reads another input twice, or a branch was taken out and its input was left.",
  severity: "warning",
  source: "https://pylint.readthedocs.io/en/stable/user_guide/messages/warning/unused-argument.html",
  near: true,
  check({ graph, steps }: Model, report) {
    const unread = graph.wording?.unreadInputs() ?? [];
    if (!unread.length) return;
    // Where a layer is refused, the input may be what it lacks.
    const broken = new Set(steps.flatMap(({ node, broken }) => (broken && node.row ? [blockAround(node.row)] : [])));
    for (const input of unread) {
      const { name, span, block } = input;
      if (broken.has(block)) continue;
      const message =
        block === undefined ? say`no layer reads the input ${name}` : say`no layer of ${block} reads its input ${name}`;
      report(undefined, message, { span, related: givenIn(graph, input) });
    }
  },
});

/** The block in whose list a row stands; nothing for the list of the model. */
function blockAround(row: Row): string | undefined {
  let own = row;
  while (own.outer?.opSpan.from === own.opSpan.from) own = own.outer;
  return own.outer?.op;
}

const givenIn = (graph: Graph, input: UnreadInput): readonly Related[] =>
  handedTo(input, graph).flatMap(({ call, edge }) => {
    const given = graph.nodes[edge.node ?? -1];
    // Of copies in a row the first is what is written.
    if (!given || call.outer?.opSpan.from === call.opSpan.from) return [];
    const label = given.row ? besideOf(call, given.row).label : given.label;
    return [{ span: edge.span ?? call.opSpan, message: say`${call.label} is given ${label} for it` }];
  });

/** The row of the same list that a row is in. */
function besideOf(call: Row, row: Row): Row {
  let beside = row;
  while (beside.outer && beside.outer !== call.outer) beside = beside.outer;
  return beside;
}
