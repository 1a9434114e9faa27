import { grouped } from "../numbers";
import { brief, shapeText, titleOf } from "./brief";
import type { Drawn, DrawnGroup, DrawnNode } from "./graph";
import { type Lane, lanesOf } from "./lanes";
import { cutTo, widthOf } from "./svg-text";

export interface Box {
  readonly node: DrawnNode;
  readonly y: number;
  readonly height: number;
  readonly title: string;
  readonly brief: string;
  readonly shape: string;
  readonly weight: string;
}

export interface Frame {
  readonly group: DrawnGroup;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A model as a column of boxes, with frames around blocks and lanes beside it for what skips boxes. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly boxes: readonly Box[];
  readonly frames: readonly Frame[];
  readonly lanes: readonly Lane[];
  /** By position: the box directly above is read. */
  readonly follows: readonly boolean[];
  readonly right: number;
  readonly bottom: number;
  laneX(lane: number): number;
}

export const sizes = { text: 13, small: 11, gap: 18, inset: 12, head: 24, lane: 14, margin: 24 };
const [slim, tall] = [26, 44];
const [narrowest, widest] = [210, 380];

export function columnOf({ nodes, edges, groups }: Drawn, top: number): Column {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const pairs = edges.map(({ from, to }) => [at.get(from)!, at.get(to)!] as const);
  const lanes = lanesOf(pairs);
  const texts = nodes.map(textsOf);
  const width = Math.min(widest, Math.max(narrowest, ...texts.map(({ needs }) => needs)));
  const parents = new Map(groups.map(({ id, group }) => [id, group]));
  const around = (group: string | null): readonly string[] =>
    group === null ? [] : [...around(parents.get(group) ?? null), group];
  const paths = nodes.map(({ group }) => around(group));
  const deepest = paths.reduce((most, { length }) => Math.max(most, length), 0);
  const x = sizes.margin + deepest * sizes.inset;

  const boxes: Box[] = [];
  const spans = new Map<string, { top: number; bottom: number; first: number; last: number; level: number }>();
  let y = top;
  nodes.forEach((node, i) => {
    const [before, path] = [paths[i - 1] ?? [], paths[i]!];
    const shared = path.findIndex((id, level) => before[level] !== id);
    const kept = shared < 0 ? Math.min(path.length, before.length) : shared;
    // Room for the frames that end above, and for the heads of those that begin here.
    y += (before.length - kept) * sizes.inset;
    path.slice(kept).forEach((id, k) => {
      spans.set(id, { top: y, bottom: y, first: i, last: i, level: kept + k });
      y += sizes.head;
    });
    const { title, shape, weight, isSlim } = texts[i]!;
    const height = isSlim ? slim : tall;
    const room =
      width - 2 * sizes.inset - widthOf(title, sizes.text, true) - 8 - (isSlim ? widthOf(weight, sizes.small) : 0);
    boxes.push({
      node,
      y,
      height,
      title: cutTo(title, width - 2 * sizes.inset, sizes.text),
      brief: cutTo(brief(node), room, sizes.small),
      shape: isSlim ? "" : shape,
      weight,
    });
    y += height;
    path.forEach((id, level) => {
      const span = spans.get(id)!;
      span.bottom = y + (path.length - level) * sizes.inset;
      span.last = i;
    });
    y += sizes.gap;
  });
  const last = paths.at(-1)?.length ?? 0;
  const laneX = (lane: number): number => x + width + sizes.inset + lane * sizes.lane;
  const frames = groups.map((group): Frame => {
    const { top, bottom, first, last, level } = spans.get(group.id)!;
    const inside = lanes.filter(({ from, to }) => from >= first && to.at(-1)! <= last);
    const most = inside.reduce((lane, one) => Math.max(lane, one.lane), 0);
    const left = x - (deepest - level) * sizes.inset;
    const right = (most ? laneX(most) : x + width) + (deepest - level) * sizes.inset;
    return { group, x: left, y: top, width: right - left, height: bottom - top };
  });
  const outer = lanes.reduce((most, { lane }) => Math.max(most, laneX(lane)), x + width + deepest * sizes.inset);
  const right = Math.max(outer, ...frames.map((frame) => frame.x + frame.width)) + sizes.margin;
  const follows = nodes.map((_, i) => pairs.some(([from, to]) => to === i && from === i - 1));
  return { x, width, boxes, frames, lanes, follows, right, bottom: y - sizes.gap + last * sizes.inset, laneX };
}

/** What stands in a box, and how wide it must be for that. One that keeps the shape and holds little is slim. */
function textsOf(node: DrawnNode) {
  const title = titleOf(node);
  const shape = shapeText(node.outputs);
  const weight = node.parameters === 0 ? "" : grouped(node.parameters);
  const isSlim = node.look === "activation" || node.look === "normalisation";
  const first =
    widthOf(title, sizes.text, true) +
    8 +
    widthOf(brief(node), sizes.small) +
    (isSlim ? 12 + widthOf(weight, sizes.small) : 0);
  const second = isSlim ? 0 : widthOf(shape, sizes.small) + 16 + widthOf(weight, sizes.small);
  return { title, shape, weight, isSlim, needs: Math.ceil(Math.max(first, second) + 2 * sizes.inset) };
}
