import type { Arg } from "../../core/graph";
import { empty, say } from "../../core/message";
import type { Value } from "../../core/value";
import type { Scale } from "./scales";

/** Python's `round`: halves go to the even neighbour. */
export function round(value: number): number {
  const below = Math.floor(value);
  return value - below === 0.5 ? below + (below % 2) : Math.round(value);
}

/** A written number of repeats, scaled by depth. */
export function gain(repeats: Value, depth: number): Value {
  if (repeats.kind !== "number" || repeats.value <= 1) return repeats;
  const exact = tidy(repeats.value * depth);
  const value = Math.max(round(repeats.value * depth), 1);
  if (value === repeats.value) return repeats;
  const how = value === exact ? "" : round(repeats.value * depth) < 1 ? ", at least 1" : ", rounded";
  return { ...repeats, value, note: say`${repeats.value} × depth ${depth}${how}` };
}

/** How often a module that does not repeat itself is built; at least once. */
export function copies(repeats: Value, depth: number): number {
  const count = gain(repeats, depth);
  return count.kind === "number" ? Math.max(count.value, 1) : 1;
}

/** A product of decimal fractions without what binary ones add to it. */
const tidy = (value: number): number => Number(value.toPrecision(6));

/** Rounded up to a multiple of 8, as channels are. */
export const eights = (channels: number): number => Math.ceil(channels / 8) * 8;

/** What becomes of a written number of channels. */
export const scaled = (channels: number, { width, maxChannels }: Scale): number =>
  eights(Math.min(channels, maxChannels) * width);

/** Scales a number of channels by width. The value counts, the span stays, the note says how one became the other. */
export const widener =
  (scale: Scale) =>
  (arg: Arg): Arg => {
    const { value } = arg;
    if (value.kind !== "number") return arg;
    const becomes = scaled(value.value, scale);
    if (becomes === value.value) return arg;
    const { width, maxChannels } = scale;
    const capped = Math.min(value.value, maxChannels);
    const of = capped === value.value ? String(capped) : `at most ${capped}`;
    const exact = Number.isInteger(capped * width) ? capped * width : tidy(capped * width);
    const times = width === 1 ? empty : say` × width ${width}`;
    const rounded = becomes === exact ? empty : say` = ${String(exact)}, rounded up to a multiple of 8`;
    return { ...arg, value: { ...value, value: becomes, written: value.value, note: say`${of}${times}${rounded}` } };
  };
