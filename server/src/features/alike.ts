import { type Message, say, verbatim } from "../core/message";

/** Things that are the same in all that is shown of them. */
export interface Alike<T> {
  readonly all: readonly T[];
  readonly first: T;
}

/** In the order of the first of each. */
export function alike<T>(all: readonly T[], keyOf: (one: T) => string): readonly Alike<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((all) => ({ all, first: all[0]! }));
}

/** Of more names than these only the number is told. */
const most = 3;

/** `a, b, c`, or `a, b and 7 more`. */
export function someOf(names: readonly string[]): Message {
  const different = [...new Set(names)];
  const shown = different.length <= most ? different : different.slice(0, most - 1);
  const [first, ...rest] = shown.map(verbatim);
  const all = rest.reduce((one, next) => say`${one}, ${next}`, first ?? say``);
  return shown.length < different.length ? say`${all} and ${different.length - shown.length} more` : all;
}
