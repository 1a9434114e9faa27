import type { Edge, Guard, Node, Row } from "../../core/graph";
import type { Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Vocabulary } from "../../core/vocabulary";
import type { Blocks } from "./block";
import type { Item } from "./item";

/** Where a list of layers stands: in the model, or in the body of a block that is called somewhere. */
export interface Place {
  readonly text: string;
  readonly blocks: Blocks;
  readonly vocabulary: Vocabulary;
  readonly params: ReadonlyMap<string, Value>;
  readonly nodes: Node[];
  /** Calls so far; of an empty block too, which puts no node into the graph. */
  readonly spent: { calls: number };
  readonly report: Report;
  readonly outer?: Row;
  readonly guards: readonly Guard[];
  readonly training: boolean;
  /** Blocks that are being expanded, so that none contains itself. */
  readonly open: readonly string[];
}

/** A row while it is being filled. */
export type Draft = { -readonly [K in keyof Row]: Row[K] } & { rows: Row[]; nodes: number[] };

/** Models come by the million; what is not there is not put there, since spreading nothing takes longer than all the rest. */
export function draft(item: Item, op: string, index: number, inputs: readonly Edge[], { outer }: Place): Draft {
  const { name, repeat, lead, slot } = item;
  const row: Draft = {
    index,
    label: name?.text ?? `${op || "layer"} #${index}`,
    op,
    from: fromOf(item.from),
    repeats: 1,
    span: item.span,
    opSpan: item.opSpan,
    rows: [],
    nodes: [],
    inputs,
    outputs: [],
  };
  if (name) [row.name, row.nameSpan] = [name.text, name.span];
  if (repeat) row.times = repeat;
  if (outer) row.outer = outer;
  else if (lead) row.lead = lead;
  if (slot) row.slot = slot;
  return row;
}

export const fromOf = (from: Value | undefined): readonly (number | string)[] =>
  !from
    ? [-1]
    : (from.kind === "list" ? from.items : [from]).flatMap((one) =>
        one.kind === "number" || one.kind === "text" ? [one.value] : [],
      );
