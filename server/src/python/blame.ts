import { outputsOf, type Step } from "../core/analysis";
import { image } from "../core/batch";
import { compare, type Shape } from "../core/dim";
import type { Edge, Node } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Problem, Related } from "../core/problem";
import type { Span } from "../core/span";

/** A run as the graph has it. */
export interface Drawn {
  readonly nodes: readonly Node[];
  /** What is known of a node of the graph. */
  stepAt(place: number): Step | undefined;
}

interface Culprit {
  readonly span: Span;
  /** What it has to do with the problem, where that does not say so. */
  readonly why?: Message;
}

/**
 * Where a problem of a call is to be mended: a call fails where shapes meet, and the mistake is often where one of them
 * was made. The place where it fails is told beside it.
 */
export const blameIn =
  (drawn: Drawn) =>
  (problem: Problem, node: Node): Problem => {
    if (problem.severity !== "error") return problem;
    const found = culpritOf(problem.id, node, drawn);
    const place = found?.span ?? problem.span;
    const places: readonly Related[] = [
      ...(found && !isWithin(problem.span, found.span) ? [{ span: problem.span, message: say`it fails here` }] : []),
      ...(isWithin(place, node.span) || isWithin(problem.span, node.span)
        ? []
        : [{ span: node.span, message: say`called here` }]),
      ...(problem.related ?? []),
    ].filter(({ span }) => span.from !== place.from || span.to !== place.to);
    const told = places.length ? { ...problem, related: places } : problem;
    if (!found) return told;
    // What would mend the place where it fails does not mend this one.
    const { fixes: _, ...rest } = told;
    const message = found.why ? say`${problem.message}; ${found.why}` : problem.message;
    return { ...rest, span: found.span, message };
  };

const isWithin = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

function culpritOf(id: string, node: Node, drawn: Drawn): Culprit | undefined {
  switch (id) {
    case "concat-sizes-agree":
      return oddOne(node, drawn);
    case "shapes-broadcast":
      return unchanged(node, drawn);
    case "square-divides-channels":
      return makerOf(node, drawn);
    case "stated-size":
      return lostBatch(node, drawn);
    case "wrong-rank":
      return unbatched(node, drawn) ?? (node.row ? { span: node.opSpan } : undefined);
  }
  return undefined;
}

const shapeOf = ({ node, port }: Edge, { stepAt }: Drawn): Shape | undefined =>
  node === undefined ? undefined : outputsOf(stepAt(node))?.[port];

const sizesOf = (shape: Shape | undefined): string | undefined => shape && image(shape).slice(1).join("×");

/** Of three or more that are joined, the one whose sizes no other has. */
function oddOne(node: Node, drawn: Drawn): Culprit | undefined {
  const sizes = node.inputs.map((edge) => sizesOf(shapeOf(edge, drawn)));
  const odd = sizes.filter((size) => sizes.indexOf(size) === sizes.lastIndexOf(size));
  if (sizes.length < 3 || odd.length !== 1 || sizes.includes(undefined)) return undefined;
  const edge = node.inputs[sizes.indexOf(odd[0])]!;
  const maker = changerOf(edge, drawn);
  return maker && { span: maker.opSpan, why: say`${maker.label} makes ${odd[0]!}, all others ${most(sizes)}` };
}

const most = (sizes: readonly (string | undefined)[]): string =>
  sizes.find((size) => sizes.indexOf(size) !== sizes.lastIndexOf(size)) ?? "";

/** The last call on the way to an edge that gives another shape than it gets. */
function changerOf(edge: Edge, drawn: Drawn): Node | undefined {
  for (let at: Edge | undefined = edge; at?.node !== undefined; ) {
    const node: Node = drawn.nodes[at.node]!;
    const [first]: readonly Edge[] = node.inputs;
    if (!first || !isSame(shapeOf(at, drawn), shapeOf(first, drawn))) return node.op ? node : undefined;
    at = first;
  }
  return undefined;
}

const isSame = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((dim, axis) => compare(dim, b[axis]!) === "yes");

/** A shortcut that hands on what it gets, or a size that was set on the way. */
function unchanged(node: Node, drawn: Drawn): Culprit | undefined {
  for (const { node: id } of node.inputs) {
    const source = id === undefined ? undefined : drawn.nodes[id];
    if (source?.op === "Identity" && source.row)
      return { span: source.opSpan, why: say`${source.label} leaves the shape as it is` };
    if (source?.op === "Interpolate") return { span: source.opSpan, why: say`this is where the size comes from` };
  }
  return undefined;
}

/** The layer that makes the channels. */
function makerOf({ inputs }: Node, drawn: Drawn): Culprit | undefined {
  const maker = inputs[0] && changerOf(inputs[0], drawn);
  const channels = maker && outputsOf(drawn.stepAt(maker.id))?.[0]?.[1];
  return channels === undefined ? undefined : { span: maker!.opSpan, why: say`${maker!.label} makes the ${channels}` };
}

/** A vector without images: they were laid together with all else. */
function lostBatch({ inputs }: Node, drawn: Drawn): Culprit | undefined {
  const arriving = inputs[0] && shapeOf(inputs[0], drawn);
  const maker = inputs[0]?.node === undefined ? undefined : drawn.nodes[inputs[0].node];
  if (arriving?.length !== 1 || maker?.op !== "Flatten") return undefined;
  return { span: maker.span, why: say`the images are laid together too; from axis 1 on each stays by itself` };
}

/** An input of the model that has no axis for its images. */
function unbatched(node: Node, drawn: Drawn): Culprit | undefined {
  const given = drawn.nodes.find((one) => one.given);
  const arriving = node.inputs[0] && shapeOf(node.inputs[0], drawn);
  const isImage = /2d$/.test(node.op) && arriving?.length === 3 && given?.given?.length === 3;
  return isImage ? { span: given.span, why: say`the input has no axis for the batch` } : undefined;
}
