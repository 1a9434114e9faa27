import { origin, type Part, type Reader, type Tensor } from "./flow";
import { keepsPlaces } from "./windows";

/** Other parts that read the same image, or one made of it place by place. */
export function others(part: Part): readonly Reader[] {
  const source = origin(part.inputs[0], keepsPlaces);
  return source ? readersFrom(source, part).filter((reader) => reader.part !== part) : [];
}

/** Those of them whose result meets with that of the part further on. */
export function besides(part: Part): readonly Reader[] {
  const beside = others(part);
  if (!beside.length) return [];
  const behind = followersOf(part);
  return beside.filter((reader) => [...followersOf(reader.part)].some((follower) => behind.has(follower)));
}

/** Where the image that a part reads comes from, before what changes it place by place. */
export const sourceOf = (part: Part): Part | undefined => origin(part.inputs[0], keepsPlaces)?.part;

/** Readers of what a part gives; those behind what changes it place by place instead of that. */
function readersFrom({ part, port }: Tensor, asked: Part): readonly Reader[] {
  const found = part.readers.filter((reader) => reader.part.inputs[reader.input]?.port === port);
  for (const reader of found) if (reader.part !== asked && keepsPlaces(reader.part)) found.push(...reader.part.readers);
  const leads = (reader: Reader): boolean => keepsPlaces(reader.part) && followersOf(reader.part).has(asked);
  return found.filter((reader) => !leads(reader));
}

/** A part and all that its result goes into. */
function followersOf(part: Part): ReadonlySet<Part> {
  const found = new Set<Part>();
  const open = [part];
  while (open.length) {
    const next = open.pop()!;
    if (found.has(next)) continue;
    found.add(next);
    open.push(...next.readers.map((reader) => reader.part));
  }
  return found;
}
