import { add, atLeast, ceilDiv, type Dim, floorDiv, known, mul, type Truth } from "../core/dim";

export type Padding = readonly number[] | "same" | "valid";

/** A sliding window along one axis. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Pixels added on both sides together; "same" adds what keeps the size at stride one. */
  readonly pad: number | "same";
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
  pad: padding === "same" ? "same" : padding === "valid" ? 0 : 2 * padding[axis]!,
});

/** The pixels that remain for the window to move over. */
const room = (size: Dim, { kernel, dilation, pad }: Window): Dim =>
  add(size, (pad === "same" ? dilation * (kernel - 1) : pad) - dilation * (kernel - 1) - 1);

/** `⌊(size + pad − dilation·(kernel − 1) − 1) / stride⌋ + 1`, the one formula of every sliding window. */
export const positions = (size: Dim, window: Window): Dim =>
  window.pad === "same" ? ceilDiv(size, window.stride) : add(floorDiv(room(size, window), window.stride), 1);

/** As `positions`, rounded up; but no window may start beyond the image and its left padding. */
export function positionsUp(size: Dim, window: Window): Dim {
  const up = add(ceilDiv(room(size, window), window.stride), 1);
  const start = mul(add(up, -1), window.stride);
  const beyond = known([start, size], (at, end) => at >= end + Number(window.pad) / 2);
  return beyond === "yes" ? add(up, -1) : up;
}

/** Whether at least one window fits. */
export const fits = (size: Dim, window: Window): Truth => atLeast(room(size, window), 0);
