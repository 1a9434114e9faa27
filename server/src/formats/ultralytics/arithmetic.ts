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
  const how = value === exact ? empty : round(repeats.value * depth) < 1 ? say`, at least 1` : say`, rounded`;
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
export function widener(scale: Scale): (arg: Arg) => Arg {
  // A model has few widths, each in many rows.
  const known = new Map<number, Pick<Value & { readonly kind: "number" }, "value" | "written" | "note">>();
  return (arg) => {
    const { value } = arg;
    if (value.kind !== "number") return arg;
    let wide = known.get(value.value);
    if (!wide) known.set(value.value, (wide = widened(value.value, scale)));
    return wide.value === value.value ? arg : { ...arg, value: { ...value, ...wide } };
  };
}

function widened(written: number, scale: Scale) {
  const value = scaled(written, scale);
  const { width, maxChannels } = scale;
  const capped = Math.min(written, maxChannels);
  const of = capped === written ? String(capped) : `at most ${capped}`;
  const exact = Number.isInteger(capped * width) ? capped * width : tidy(capped * width);
  const times = width === 1 ? empty : say` × width ${width}`;
  const rounded = value === exact ? empty : say` = ${String(exact)}, rounded up to a multiple of 8`;
  return { value, written, note: say`${of}${times}${rounded}` };
}
