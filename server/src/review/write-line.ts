import type { Event } from "./event";

/** An event as a line of a log. The id comes first: by it a line is found behind half of another. */
export function lineOf({ id, n, at, device, ...fact }: Event): string {
  return JSON.stringify({ id, n, at, device, ...fact });
}
