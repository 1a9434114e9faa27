import type { Model } from "./analysis";
import { isUnsure, type Layer } from "./layers";
import type { Span } from "./span";

/** A layer that a head reads, in its place among those of one pyramid. */
export interface Level {
  readonly layer: Layer;
  /** As written. */
  readonly from: number | string;
  readonly span: Span;
  /** Pixels of the image for one of the layer. */
  readonly stride: number;
}

/** What a head reads, pyramid by pyramid; none where a size is unknown, or is no whole part of the image, or is there twice. */
export function pyramidsOf(head: Layer, layers: readonly Layer[], model: Model): readonly (readonly Level[])[] {
  const { step, row, reads } = head;
  const counts = step?.spelling?.op.levels?.(reads.length) ?? [];
  const height = Number(model.graph.nodes.find(({ given }) => given)?.given?.[2]);
  let start = 0;
  return counts.map((count) => {
    const levels = reads.slice(start, start + count).flatMap((read, i): readonly Level[] => {
      const layer = layers[read ?? -1];
      const from = row.from[start + i];
      const span = row.inputs[start + i]?.span;
      const stride = height / (layer?.size?.[0] ?? Number.NaN);
      return layer && span && from !== undefined && Number.isInteger(stride) ? [{ layer, from, span, stride }] : [];
    });
    start += count;
    const strides = new Set(levels.map(({ stride }) => stride));
    return strides.size === count ? levels : [];
  });
}

export const rises = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || n > numbers[i - 1]!);
export const falls = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || n < numbers[i - 1]!);

/** Mean area of the boxes that a head is given for each level, where it is given any. */
export function boxesOf({ step }: Layer): readonly number[] | undefined {
  const anchors = step?.args?.["anchors"];
  return Array.isArray(anchors) ? anchors.map(meanArea) : undefined;
}

/** Widths and heights in turn. */
function meanArea(row: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < row.length; i += 2) sum += row[i]! * row[i + 1]!;
  return sum / Math.floor(row.length / 2);
}

/** Whether no level has smaller boxes than a finer one. */
export function fits(boxes: readonly number[], levels: readonly Level[]): boolean {
  const sorted = byStride(levels).map((level) => boxes[levels.indexOf(level)]!);
  return sorted.every((area, i) => i === 0 || area >= sorted[i - 1]!);
}

/** From fine to coarse. */
export const byStride = (levels: readonly Level[]): readonly Level[] => [...levels].sort((a, b) => a.stride - b.stride);

/** A head whose numbers all lead to rows above those that are meant. */
export interface Raised {
  readonly by: number;
  readonly levels: readonly Level[];
}

/** No more rows are put in at once. */
const mostShifted = 4;

/** Numbers of a head that are no levels in order, and are so as many rows below, where one of them is read by nobody. */
export function raised(head: Layer, layers: readonly Layer[], model: Model): Raised | undefined {
  const { row, reads } = head;
  const areNumbers = row.from.every((from) => typeof from === "number" && from >= 0);
  const areKnown = reads.every((read) => layers[read ?? -1] && !isUnsure(layers[read!]!));
  if (!head.step?.spelling?.op.levels || !areNumbers || !areKnown || inOrder(head, layers, model)) return undefined;
  for (let by = 1; by <= mostShifted; by++) {
    const below = reads.map((index) => layers[index! + by]);
    if (!below.every((layer) => layer !== undefined && layer.index < head.index)) continue;
    const indices = reads.map((index) => index! + by);
    const levels = inOrder({ ...head, row: { ...row, from: indices }, reads: indices }, layers, model);
    if (levels && below.some((layer) => !layer!.readers.length)) return { by, levels };
  }
  return undefined;
}

/** Everything that a head reads, where all of its pyramids go from fine to coarse. */
function inOrder(head: Layer, layers: readonly Layer[], model: Model): readonly Level[] | undefined {
  const pyramids = pyramidsOf(head, layers, model);
  const rise = pyramids.every((levels) => levels.length > 0 && rises(levels.map(({ stride }) => stride)));
  return pyramids.length && rise ? pyramids.flat() : undefined;
}
