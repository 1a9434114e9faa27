import { outputsOf, type Step } from "../core/analysis";
import { image } from "../core/batch";
import { showShape } from "../core/dim";
import { layerOf, type Node, type Row } from "../core/graph";
import { say } from "../core/message";
import { type Problem, type Related, withFixes } from "../core/problem";
import type { Span } from "../core/span";
import { type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import type { Broken } from "./infer";
import { nearbyRows } from "./nearby";
import { partingOf, spatialOf } from "./parting";
import { remediable } from "./remedies";
import { madeBy } from "./size-arithmetic";

/** A broken condition as a problem of the words that cause it, with the places that tell why. */
export function problemOf(
  { constraint, at, message, elsewhere }: Broken,
  node: Node,
  spelling: Spelling,
  before: readonly Step[],
  vocabulary: Vocabulary,
): Problem {
  const span = spanOf(node, spelling, at);
  const places = elsewhere?.map(({ place, message }): Related => ({ span, message, elsewhere: place }));
  const found: Problem = { id: constraint, severity: "error", message, span, ...(places && { related: places }) };
  if (at !== "op" && "arg" in at) return at.remedies?.length ? remediable(found, at.remedies, node, spelling) : found;
  if (at === "op" || node.inputs.length < 2) return found;
  const other = otherThan(node, at.input, before, vocabulary);
  // What others join inside them need not have the sizes that they read.
  const isJoin = spelling.op.traits.includes("join");
  const parting = isJoin ? partingOf(constraint, node, [at.input, other], before, vocabulary.layout) : undefined;
  const sources = [at.input, other].sort((a, b) => a - b);
  const related = [...sources.flatMap((i) => sourceAt(node, i, before, vocabulary)), ...(parting?.related ?? [])];
  const fixes = constraint === "concat-sizes-agree" ? nearbyRows(node, at.input, before) : [];
  const told = parting ? { ...found, message: parting.message } : found;
  return withFixes(related.length ? { ...told, related } : told, fixes);
}

/** The input that one which does not fit is measured by: the first of another size, where sizes are what differs. */
function otherThan({ inputs }: Node, at: number, before: readonly Step[], { layout }: Vocabulary): number {
  const sizes = inputs.map(({ node: id, port }) => {
    const shape = id === undefined ? undefined : outputsOf(before[id])?.[port];
    return shape && showShape(spatialOf(shape, layout));
  });
  const other = sizes.findIndex((size) => size !== undefined && size !== sizes[at]);
  return other >= 0 ? other : at ? 0 : 1;
}

/** Where an input comes from, and with what shape. */
function sourceAt({ inputs }: Node, at: number, before: readonly Step[], vocabulary: Vocabulary): readonly Related[] {
  const edge = inputs[at];
  const source = edge?.node === undefined ? undefined : before[edge.node];
  const shape = source && outputsOf(source)?.[edge!.port];
  if (!source || !shape) return [];
  const { label, opSpan } = source.node;
  return [{ span: opSpan, message: say`${label} gives ${image(shape)}${madeBy(source, before, vocabulary)}` }];
}

/** The text an operator means when it points at one of its own arguments or inputs. */
function spanOf(node: Node, spelling: Spelling, at: Broken["at"]): Span {
  if (at === "op") return node.opSpan;
  if ("arg" in at) return node.args.find(({ name }) => name === wordFor(spelling, at.arg))?.value.span ?? node.opSpan;
  return node.inputs[at.input]?.span ?? node.opSpan;
}

/**
 * A problem says in which row it lies, and in the body of a block which call of the block it is about, unless it stands
 * at that call.
 */
export function placed(found: Problem, row: Row | undefined): Problem {
  if (!row) return found;
  let calls: readonly Related[] = [];
  for (let call = row.outer; call; call = call.outer) {
    // What is said of a call is said of everything in it.
    if (call.opSpan.from === found.span.from) calls = [];
    else if (call.opSpan.from !== row.opSpan.from && !isInside(found.span, call.span))
      calls = [...calls, { span: call.span, message: say`in ${call.label}` }];
  }
  const related = [...(found.related ?? []), ...calls];
  return { ...found, layer: found.layer ?? layerOf(row).index, ...(related.length && { related }) };
}

const isInside = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;
