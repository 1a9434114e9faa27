import { outputsOf, type Step } from "../core/analysis";
import { image } from "../core/batch";
import { compare, type Shape } from "../core/dim";
import type { Edge, Node } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Related } from "../core/problem";
import type { Layout } from "../core/vocabulary";

/** What inputs of different sizes do not do, by the condition they break. */
const verbs: { readonly [constraint: string]: Message } = {
  "concat-sizes-agree": say`cannot be joined with`,
  "shapes-broadcast": say`does not fit`,
};

/** Why two inputs of a join differ in size. */
export interface Parting {
  readonly message: Message;
  readonly related: readonly Related[];
}

/** A tensor with the layer that gives it, and how many pixels of the model's input go into one of its own. */
interface Strided {
  readonly node: Node;
  readonly shape: Shape;
  readonly stride: number;
}

/** Height and width, or whatever a tensor has instead. */
export const spatialOf = (shape: Shape, layout: Layout): Shape =>
  layout === "channels-last" ? shape.slice(1, -1) : shape.slice(2);

/**
 * Two inputs of a join come from one layer somewhere above. Behind it their ways part, and the layer on one of them
 * behind which their sizes are never equal again is why they do not fit. Nothing where a stride is unknown or no whole number.
 */
export function partingOf(
  constraint: string,
  { inputs }: Node,
  [at, other]: readonly [number, number],
  before: readonly Step[],
  layout: Layout,
): Parting | undefined {
  const verb = verbs[constraint];
  const [from, against] = [inputs[at], inputs[other]];
  const strided = verb && stridesIn(before, layout);
  const here = from && strided?.(from);
  const there = against && strided?.(against);
  if (!strided || !here || !there || here.stride === there.stride) return undefined;
  if (constraint === "shapes-broadcast" && !channelsFit(here.shape, there.shape, layout)) return undefined;

  const common = meetingOf(here.node.id, there.node.id, before);
  if (common === undefined) return undefined;
  const wayOf = (edge: Edge) => wayTo(edge, common, before).map(strided);
  const [fine, coarse] = here.stride < there.stride ? [wayOf(from), wayOf(against)] : [wayOf(against), wayOf(from)];
  const part = turnOf(fine, coarse);
  if (!part) return undefined;
  const { node, does } = part;
  const isSource = node === here.node || node === there.node;
  return {
    message: say`${named(here)} ${verb} ${named(there)}: they part at ${node.label}, which ${does}`,
    related: isSource ? [] : [{ span: node.opSpan, message: say`${node.label} ${does}` }],
  };
}

const named = ({ node, shape, stride }: Strided): Message => say`${image(shape)} of ${node.label} (stride ${stride})`;

/** Strides are counted from the one image that a model reads. */
function stridesIn(before: readonly Step[], layout: Layout): ((edge: Edge) => Strided | undefined) | undefined {
  const [given, another] = before.filter(({ node }) => node.given);
  if (!given || another) return undefined;
  const whole = spatialOf(given.node.given!, layout);
  return ({ node: id, port }) => {
    const step = before[id ?? -1];
    const shape = outputsOf(step)?.[port];
    if (!step || !shape || shape.length !== 4 || whole.length !== 2) return undefined;
    const [stride, across] = spatialOf(shape, layout).map((size, axis) => Number(whole[axis]) / Number(size));
    return stride === across && Number.isInteger(stride) ? { node: step.node, shape, stride: stride! } : undefined;
  };
}

function channelsFit(a: Shape, b: Shape, layout: Layout): boolean {
  const channels = layout === "channels-last" ? a.length - 1 : 1;
  return a[channels] === 1 || b[channels] === 1 || compare(a[channels]!, b[channels]!) === "yes";
}

/** The last node that two come from, or one of them itself; every node comes after those it reads. */
function meetingOf(one: number, other: number, before: readonly Step[]): number | undefined {
  const reached = [new Set([one]), new Set([other])] as const;
  for (let id = Math.max(one, other); id >= 0; id--) {
    const by = reached.filter((ids) => ids.has(id));
    if (by.length === 2) return id;
    for (const ids of by) for (const { node } of before[id]!.node.inputs) if (node !== undefined) ids.add(node);
  }
  return undefined;
}

/** A tensor, and what is made of it on the way to a join. */
interface Hop {
  readonly edge: Edge;
  readonly next?: Hop;
}

/** The shortest way from a node to a tensor that comes from it. */
function wayTo(end: Edge, start: number, before: readonly Step[]): readonly Edge[] {
  const seen = new Set<number>();
  const open: Hop[] = [{ edge: end }];
  for (const hop of open) {
    const { node: id } = hop.edge;
    if (id === start) return unrolled(hop);
    if (id === undefined || id < start || seen.has(id)) continue;
    seen.add(id);
    for (const edge of before[id]!.node.inputs) open.push({ edge, next: hop });
  }
  return [];
}

function unrolled(first: Hop): readonly Edge[] {
  const way: Edge[] = [];
  for (let hop: Hop | undefined = first; hop; hop = hop.next) way.push(hop.edge);
  return way;
}

type Way = readonly (Strided | undefined)[];

/** Where the coarser way gets coarser than both began for the last time, or else the finer one finer. */
function turnOf(fine: Way, coarse: Way): { readonly node: Node; readonly does: Message } | undefined {
  const start = coarse[0]?.stride;
  if (start === undefined || fine[0]?.stride !== start) return undefined;
  const goesDown = coarse.at(-1)!.stride > start;
  const way = goesDown ? coarse : fine;
  if (way.includes(undefined)) return undefined;
  const last = way.findLastIndex((one) => (goesDown ? one!.stride <= start : one!.stride >= start));
  const [before, one] = [way[last], way[last + 1]];
  const does = before && one && changeOf(one.stride / before.stride);
  return does && { node: one.node, does };
}

function changeOf(ratio: number): Message | undefined {
  if (ratio === 2) return say`halves the size`;
  if (ratio === 0.5) return say`doubles the size`;
  if (Number.isInteger(ratio)) return say`divides the size by ${ratio}`;
  return Number.isInteger(1 / ratio) ? say`multiplies the size by ${1 / ratio}` : undefined;
}
