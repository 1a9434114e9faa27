import { begins, hasTrait, isOpaque, isUnsure, type Layer, sameSize, sourcesOf } from "./layers";
import type { Span } from "./span";

/** A row that a join or a head names by its number, or a module of somebody's own that may be one. */
interface Named {
  readonly reader: Layer;
  readonly span: Span;
  readonly read: Layer;
}

/** All rows that are named, and those that name them. */
interface Known {
  readonly read: ReadonlySet<number>;
  readonly readers: ReadonlySet<number>;
}

/** A number in `from` that leads into a stage instead of to its end. */
export interface Misread extends Named {
  /** The last row of the stage, which is probably meant. */
  readonly end: Layer;
}

/**
 * A stage is a chain of rows of one size, and what joins and heads read is its last. Where a row has been put in above,
 * the numbers lead to the row before: to the convolution that begins a stage, or to the join whose result a block works
 * on. Those that are certainly wrong come first, then those that the same row has shifted.
 */
export function misreadsIn(layers: readonly Layer[]): readonly Misread[] {
  const named = layers.flatMap((layer) => namedBy(layer, layers));
  const known: Known = {
    read: new Set(named.map(({ read }) => read.index)),
    readers: new Set(named.filter(({ reader }) => !isOpaque(reader)).map(({ reader }) => reader.index)),
  };
  const sure = named.filter((one) => isMisread(one, known, layers));
  if (!sure.length) return [];
  const withEnd = (one: Named): Misread => ({ ...one, end: endOf(one.read, one.reader, layers) });
  const isSure = new Set(sure);
  const others = named.filter((one) => !isSure.has(one)).map(withEnd);
  const wrong = sure.map(withEnd);
  const first = Math.min(...sure.map(({ read }) => read.index));
  const shift = tooLow(wrong[0]!);
  const below = [...wrong, ...others].filter(({ read }) => read.index >= first);
  const isShift = below.every((one) => tooLow(one) === shift);
  const heads = new Set(sure.map(({ reader }) => reader).filter((reader) => hasTrait(reader, "head")));
  const shifted = others.filter(
    (one) => (isShift && one.read.index >= first) || (heads.has(one.reader) && tooLow(one) > 0),
  );
  return [...wrong, ...shifted];
}

export const tooLow = ({ read, end }: Misread): number => end.index - read.index;

function namedBy(reader: Layer, layers: readonly Layer[]): readonly Named[] {
  const { row, reads } = reader;
  const isOwn = isOpaque(reader) && reads.length > 1;
  if (!(hasTrait(reader, "join") || hasTrait(reader, "head") || isOwn) || row.from.length !== reads.length) return [];
  return row.from.flatMap((from, i): readonly Named[] => {
    const span = row.inputs[i]?.span;
    const read = layers[reads[i] ?? -1];
    return typeof from === "number" && from >= 0 && span && read ? [{ reader, span, read }] : [];
  });
}

/** The row that goes on with a layer alone where the layer is, up to a reader. */
function nextOf(one: Layer, reader: Layer, layers: readonly Layer[]): Layer | undefined {
  const next = layers[one.index + 1];
  return next && next !== reader && !hasTrait(next, "head") && next.reads.includes(one.index) && sameSize(one, next)
    ? next
    : undefined;
}

function endOf(read: Layer, reader: Layer, layers: readonly Layer[]): Layer {
  let end = read;
  for (let next = nextOf(end, reader, layers); next; next = nextOf(end, reader, layers)) {
    end = next;
    if (end.readers.length !== 1) break;
  }
  return end;
}

function isMisread({ reader, read }: Named, known: Known, layers: readonly Layer[]): boolean {
  const next = nextOf(read, reader, layers);
  const isKnown = !isOpaque(reader) && !reader.reads.some((other) => layers[other ?? -1] && isUnsure(layers[other!]!));
  if (!next || next.reads.length > 1 || !isKnown || goesOnUnknown(read, reader, layers)) return false;
  // Who reads a row in several ways, or names what follows it as well, means that row.
  const isBranch = read.readers.some((i) => i !== next.index && !known.readers.has(i));
  if (isBranch || known.read.has(next.index)) return false;
  return hasTrait(reader, "head")
    ? isCutShort(read, endOf(read, reader, layers), layers)
    : begins(read, layers) && !isInside(reader, read, layers);
}

/** Whether a row may belong to the stage of one above that is named by its number, where sizes are too unknown to tell. */
export function mayEndNamed(end: Layer, layers: readonly Layer[]): boolean {
  const read = new Set(layers.flatMap((layer) => namedBy(layer, layers)).map(({ read }) => read));
  let one = end;
  while (one.reads.length === 1 && one.reads[0] === one.index - 1 && isUnsure(one)) {
    one = layers[one.index - 1]!;
    if (read.has(one)) return true;
  }
  return false;
}

/** Behind the last row of a stage as far as it is known comes one of a size that is not: the stage may go on. */
function goesOnUnknown(read: Layer, reader: Layer, layers: readonly Layer[]): boolean {
  const end = endOf(read, reader, layers);
  return end.readers.some((index) => layers[index] !== reader && isUnsure(layers[index]!));
}

/** A join of branches of one stage: another of its inputs comes from the same row, and has had no other size on the way. */
const isInside = ({ reads }: Layer, read: Layer, layers: readonly Layer[]): boolean =>
  reads.some((other) => {
    const layer = layers[other ?? -1];
    return layer && layer !== read && sourcesOf(layer, layers, (one) => sameSize(one, read)).has(read);
  });

/** What a head should have read leads nowhere, or down to the next level alone; a way up may begin with a row of its own. */
function isCutShort(read: Layer, end: Layer, layers: readonly Layer[]): boolean {
  if (!end.readers.length) return true;
  const isPart = hasTrait(read, "join") || begins(read, layers);
  return isPart && end.readers.every((reader) => begins(layers[reader]!, layers));
}
