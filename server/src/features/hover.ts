import { type Hover, MarkupKind } from "vscode-languageserver-types";
import type { Node, Row } from "../core/graph";
import { contains, type Span } from "../core/span";
import { aboutArgument } from "./hover-argument";
import { aboutInput, aboutLayer, aboutReference } from "./hover-layer";
import { aboutBlock, aboutOperator } from "./hover-operator";
import { plain } from "./plain";
import { rangeOf, type Snapshot } from "./snapshot";
import { stepsIn, type Use, usesAt } from "./use";

/** What the reader at the other end can show. */
export interface Look {
  readonly markdown: boolean;
}

interface Found {
  readonly span: Span;
  readonly parts: readonly string[];
}

/** What is known of the words at an offset, in each model and each call of a block they belong to. */
export function hover(snapshot: Snapshot, offset: number, { markdown }: Look): Hover | undefined {
  const uses = usesAt(snapshot.analysis.models, offset);
  const found = uses.length ? inRow(snapshot, uses, offset) : inInput(snapshot, offset);
  if (!found) return undefined;
  const text = found.parts.join("\n\n");
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value: text }
      : { kind: MarkupKind.PlainText, value: plain(text) },
    range: rangeOf(snapshot.lines, found.span),
  };
}

function inRow(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  return (
    onOperator(snapshot, uses, offset) ??
    onArgument(snapshot, uses, offset) ??
    onReference(uses, offset) ??
    onName(snapshot, uses, offset)
  );
}

/** The operator of the row, or one that an argument applies to its result. */
function onOperator(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const { row, model } = uses[0]!;
  const step = firstNode(uses, ({ opSpan }) => contains(opSpan, offset));
  const span = step?.node.opSpan ?? (contains(row.opSpan, offset) ? row.opSpan : undefined);
  if (!span) return undefined;
  const own = span.from === row.opSpan.from;
  const what = own && isBlock(row) ? aboutBlock(row) : step?.spelling && aboutOperator(step.spelling, model);
  if (!what) return undefined;
  return { span, parts: [...what, ...(own ? aboutLayer(snapshot, uses) : [])] };
}

/** A row that calls a block has rows of other words inside. */
const isBlock = ({ rows, opSpan }: Row): boolean =>
  rows.some((inside) => inside.opSpan.from !== opSpan.from || isBlock(inside));

const firstNode = (uses: readonly Use[], wanted: (node: Node) => boolean) => {
  for (const use of uses) {
    const step = stepsOfRow(use).find(({ node }) => node.op !== "" && wanted(node));
    if (step) return step;
  }
  return undefined;
};

/** The steps that have the words of the row itself: not those of a block it calls. */
const stepsOfRow = (use: Use) => stepsIn(use).filter(({ node }) => node.span.from === use.row.span.from);

function onArgument(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  for (const [i, use] of uses.entries())
    for (const { node, spelling } of stepsOfRow(use)) {
      const arg = node.args.find(({ nameSpan, value }) =>
        [nameSpan, value.span].some((at) => at && contains(at, offset)),
      );
      if (!arg?.name || !spelling) continue;
      const { nameSpan, value } = arg;
      const span = nameSpan && contains(nameSpan, offset) ? nameSpan : value.span;
      const steps = uses.slice(i).flatMap((other) => stepsOfRow(other).map((step) => ({ ...step, use: other })));
      return { span, parts: aboutArgument(snapshot.text, spelling, arg.name, steps) };
    }
  return undefined;
}

function onReference(uses: readonly Use[], offset: number): Found | undefined {
  const edges = uses.flatMap((use) =>
    use.row.inputs.filter(({ span }) => span && contains(span, offset)).map((edge) => ({ use, edge })),
  );
  const parts = aboutReference(edges);
  return parts.length ? { span: edges[0]!.edge.span!, parts } : undefined;
}

function onName(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const { name, op } = uses[0]!.row;
  const span = wordAt(snapshot.text, offset);
  if (name === undefined || snapshot.text.slice(span.from, span.to) !== name) return undefined;
  return { span, parts: [`**${name}** ${op}`, ...aboutLayer(snapshot, uses)] };
}

function inInput({ analysis: { models } }: Snapshot, offset: number): Found | undefined {
  for (const model of models)
    for (const node of model.graph.nodes)
      if (node.given && node.opSpan.to > 0 && [node.opSpan, node.span].some((span) => contains(span, offset)))
        return { span: node.opSpan, parts: aboutInput(node) };
  return undefined;
}

function wordAt(text: string, offset: number): Span {
  const from = offset - /\w*$/.exec(text.slice(0, offset))![0].length;
  return { from, to: from + /^\w*/.exec(text.slice(from))![0].length };
}
