import type { Model } from "../core/analysis";
import type { Place } from "../core/format";
import type { Span } from "../core/span";
import { callsIn, type Used, type Uses } from "../core/uses";
import { usual } from "../derive/uses";
import { activeModel, type Snapshot } from "./snapshot";

/** What this file does with operators, and what models that people know do with them. */
export interface Likely {
  readonly here: Uses;
  readonly elsewhere: Uses;
  /** The operator of the layer above. */
  readonly above?: string;
}

const nothing: Used = { count: 0, values: {}, often: [], calls: [], next: [] };
const of = (uses: Uses, op: string): Used => (Object.hasOwn(uses, op) ? uses[op]! : nothing);

export function likelyAt(snapshot: Snapshot, { span, vocabulary }: Place): Likely {
  const model = activeModel(snapshot);
  const above = model && operatorAbove(model, span);
  return {
    here: model ? callsIn([{ graph: model.graph, text: snapshot.text }], span) : {},
    elsewhere: usual(vocabulary),
    ...(above !== undefined && { above }),
  };
}

const operatorAbove = ({ graph: { nodes } }: Model, { from }: Span): string | undefined =>
  nodes
    .filter(({ row, opSpan }) => row && opSpan.to < from)
    .reduce<{ op: string; at: number } | undefined>(
      (last, { op, opSpan }) => (last && last.at >= opSpan.from ? last : { op, at: opSpan.from }),
      undefined,
    )?.op;

/** First what stands behind the layer above elsewhere in the file, then what the file uses, then what others do; a name with a dot last. */
export function inOrder(words: readonly string[], blocks: readonly string[], likely: Likely): readonly string[] {
  const { here, elsewhere, above = "" } = likely;
  const follows = [of(here, above).next, of(elsewhere, above).next].map((next) => next.slice(0, 3));
  const known = new Set(blocks);
  const rank = (word: string): number => {
    const [mine, theirs] = follows.map((next) => next.indexOf(word));
    return (
      (mine! < 0 ? 0 : 4e6 - mine! * 1e5) +
      (theirs! < 0 ? 0 : 3.5e4 - theirs! * 3e3) +
      Math.min(of(here, word).count + (known.has(word) ? 1.5 : 0), 90) * 1e4 +
      of(elsewhere, word).count * 10 -
      (word.includes(".") ? 5 : 0)
    );
  };
  return [...blocks, ...words]
    .map((word) => ({ word, rank: rank(word) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ word }) => word);
}

/** Values of an argument, those of this file first. */
export const valuesGiven = (op: string, arg: string, { here, elsewhere }: Likely): readonly string[] =>
  [of(here, op), of(elsewhere, op)].flatMap(({ values }) =>
    Object.hasOwn(values, arg) ? values[arg]!.slice(0, 4) : [],
  );

/** Arguments that are often given, and those that are given at all. */
export const argumentsGiven = (op: string, { here, elsewhere }: Likely): readonly string[] => [
  ...of(here, op).often,
  ...of(elsewhere, op).often,
  ...Object.keys(of(here, op).values),
  ...Object.keys(of(elsewhere, op).values),
];

/** Whether at least every other call gives it, here or, where there is none here, elsewhere. */
export const isOften = (op: string, arg: string, { here, elsewhere }: Likely): boolean =>
  (of(here, op).count ? of(here, op) : of(elsewhere, op)).often.includes(arg);

/** Whole lists of arguments by position. */
export const callsGiven = (op: string, { here, elsewhere }: Likely): readonly string[] => [
  ...of(here, op).calls.slice(0, 4),
  ...of(elsewhere, op).calls,
];
