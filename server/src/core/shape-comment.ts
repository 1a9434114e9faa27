import { type Dim, isKnown, showDim } from "./dim";
import type { Comment } from "./graph";
import { readDim } from "./read-dim";
import type { Span } from "./span";

/** A size, or a number of something, as a comment has it. */
export interface Said {
  readonly span: Span;
  readonly dim: Dim;
}

export interface SaidShape {
  /** With its brackets. */
  readonly span: Span;
  readonly dims: readonly Said[];
}

export const figures = ["params", "trained", "macs"] as const;
export type Figure = (typeof figures)[number];

/** What a comment says of a layer; anything else in it is prose. */
export interface ShapeComment {
  readonly shapes: readonly SaidShape[];
  readonly figures: { readonly [figure in Figure]?: Said };
}

/** `# => [16, 30, 30] params=160 macs=129600`: the shape of one image in the order of the framework, and figures. */
export function shapeComment({ text, span }: Pick<Comment, "text" | "span">): ShapeComment | undefined {
  const arrow = /^#\s*=>/.exec(text);
  return arrow ? readSaid(text.slice(arrow[0].length), span.from + arrow[0].length) : undefined;
}

/** The same of the text behind the arrow. */
export function readSaid(text: string, from: number): ShapeComment | undefined {
  const shapes: SaidShape[] = [];
  const shape = /\s*(\[[^[\]]*\])/y;
  for (let found = shape.exec(text); found; found = shape.exec(text)) {
    const start = from + shape.lastIndex - found[1]!.length;
    const dims = dimsIn(found[1]!, start);
    if (!dims) return undefined;
    shapes.push({ span: { from: start, to: start + found[1]!.length }, dims });
  }
  const said: { [figure in Figure]?: Said } = {};
  for (const { 0: whole, 1: figure, 2: value, index } of text.matchAll(figureIn)) {
    const read = figureOf(value!, from + index + whole.length - value!.length);
    if (read) said[figure as Figure] ??= read;
  }
  return shapes.length || Object.keys(said).length ? { shapes, figures: said } : undefined;
}

/** Up to the next one, since a count may be a sum of products. */
const figureIn = /(?<=^|\s)(params|trained|macs)=(\S.*?)(?=\s+(?:params|trained|macs)=|\s*$)/g;

function dimsIn(text: string, from: number): readonly Said[] | undefined {
  const dims = [...text.matchAll(/[^[\],]+/g)].map(({ 0: one, index }) => {
    const start = from + index + one.search(/\S|$/);
    return { dim: readDim(one), span: { from: start, to: start + one.trim().length } };
  });
  return dims.every((one): one is Said => one.dim !== undefined) ? dims : undefined;
}

/** All that stands there, or the number at its beginning and prose behind it. */
function figureOf(text: string, from: number): Said | undefined {
  const number = /^\d{1,3}(?:[,_]\d{3})+(?!\w)|^\d+(?![\w.,_])|^\d+(?=[.,]?(?:\s|$))/.exec(text)?.[0];
  const all = readDim(text);
  const dim = all ?? (number === undefined ? undefined : Number(number.replace(/[,_]/g, "")));
  const length = all === undefined ? (number?.length ?? 0) : text.length;
  return dim === undefined ? undefined : { dim, span: { from, to: from + length } };
}

/** What two numbers can be told apart by: a size of which nothing is said is `?`. */
export const isSaid = ({ dim }: Said): boolean => isKnown(dim) && !(typeof dim === "number" && dim < 0);

/** A comment as it is written where nothing is to be left out. */
export const showSaid = ({ shapes, figures: said }: ShapeComment): string =>
  [
    ...shapes.map(({ dims }) => `[${dims.map(({ dim }) => showDim(dim)).join(", ")}]`),
    ...figures.flatMap((figure) => (said[figure] ? [`${figure}=${showDim(said[figure].dim)}`] : [])),
  ].join(" ");
