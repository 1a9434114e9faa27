import { add, atLeast, ceilDiv, type Dim, floorDiv, known, mul, type Truth, unknown } from "../../core/dim";
import type { Reach, Sight } from "../../core/op";
import type { AnyImage } from "./spatial";

/** `causal` pads in front alone, so that no position sees what comes after it. */
export type Padding = readonly number[] | "same" | "valid" | "causal";

/** A sliding window along one axis. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Pixels added on both sides together; "same" and "causal" add what keeps the size at stride one. */
  readonly pad: number | "same" | "causal";
  /** The padding is one of the words that stand for a number of pixels. */
  readonly word: boolean;
}

export const along = (
  axis: number,
  kernel: readonly number[],
  stride: readonly number[],
  dilation: readonly number[],
  padding: Padding,
): Window => ({
  kernel: kernel[axis]!,
  stride: stride[axis]!,
  dilation: dilation[axis]!,
  pad: padding === "same" || padding === "causal" ? padding : padding === "valid" ? 0 : 2 * padding[axis]!,
  word: typeof padding === "string",
});

/** How far a window reaches, its dilation included. */
export const extent = ({ kernel, dilation }: Window): number => dilation * (kernel - 1) + 1;

/** How many pixels are added at the wider of the two ends, as far as the size has no say in it. */
export const border = (window: Window): number =>
  typeof window.pad === "number" ? window.pad / 2 : window.pad === "same" ? Math.ceil((extent(window) - 1) / 2) : 0;

/** The pixels that remain for the window to move over. */
const room = (size: Dim, window: Window): Dim =>
  add(size, (typeof window.pad === "string" ? extent(window) - 1 : window.pad) - extent(window));

/** `⌊(size + pad − dilation·(kernel − 1) − 1) / stride⌋ + 1`, the one formula of every sliding window. */
export const positions = (size: Dim, window: Window): Dim =>
  typeof window.pad === "string" ? ceilDiv(size, window.stride) : add(floorDiv(room(size, window), window.stride), 1);

/**
 * As `positions`, rounded up; but no window may start beyond the image and its left padding. Where that
 * depends on what a symbol leaves over, nothing is known.
 */
export function positionsUp(size: Dim, window: Window): Dim {
  const { pad, stride } = window;
  if (typeof pad === "string") return positions(size, window);
  const up = add(ceilDiv(room(size, window), stride), 1);
  if (stride + pad / 2 <= extent(window)) return up;
  const beyond = known([mul(add(up, -1), stride), add(size, pad / 2)], (start, end) => start >= end);
  return beyond === "maybe" ? unknown : beyond === "yes" ? add(up, -1) : up;
}

/** Whether at least one window fits. */
export const fits = (size: Dim, window: Window): Truth => atLeast(room(size, window), 0);

/** What one position of the result sees. "same" pads by what the stride leaves over, the smaller half in front. */
export function sight(size: Dim, window: Window): Sight {
  const { stride } = window;
  const kernel = extent(window);
  if (window.pad === "causal") return { kind: "window", kernel, stride, pad: kernel - 1 };
  if (window.pad !== "same") return { kind: "window", kernel, stride, pad: Math.floor(window.pad / 2) };
  const needed = add(mul(add(ceilDiv(size, stride), -1), stride), kernel, mul(size, -1));
  const total = typeof needed === "number" ? Math.max(needed, 0) : kernel - stride;
  return { kind: "window", kernel, stride, pad: Math.max(0, Math.floor(total / 2)) };
}

/** The sizes along some axes. */
export const sizesIn = (x: AnyImage, axes: readonly string[]): readonly Dim[] => axes.map((axis) => x[axis]!);

/** What one position sees along every axis that a window slides over. */
export const reachOf = (x: AnyImage, axes: readonly string[], window: (i: number) => Window): Reach =>
  Object.fromEntries(axes.map((axis, i) => [axis, sight(x[axis]!, window(i))]));
