import type { Edit } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Tree, TreeList } from "../../tree/tree";

/** What a row reads, at one place of its `from`. */
export interface Reference {
  /** What is written; for a row that says nothing, the row. */
  readonly span: Span;
  /** The row that is meant, −1 what the list is given; nothing where it is none of these. */
  readonly target: number | undefined;
  /** A number from the start or backwards, a name, or nothing at all, which means the row before. */
  readonly written: "absolute" | "relative" | "name" | "nothing";
}

/** One row of a list as written. */
export interface Row {
  readonly tree: Tree;
  /** Up to its last word, without a comment behind. */
  readonly span: Span;
  readonly list: TreeList;
  readonly reads: readonly Reference[];
  readonly op: string;
  /** What it is, whatever it reads and wherever it stands. */
  readonly key: string;
  /** Its own name, by which others read it, and where that is said. */
  readonly name?: string;
  readonly naming?: Span;
  /** Its result is not that of the list, although it is the last. */
  readonly aside?: true;
}

/** Rows that count each other, whatever the format: of a file of Ultralytics, of a native model or of one of its blocks. */
export interface Sheet {
  /** The block whose rows these are, where they are not those of the model. */
  readonly block?: string;
  readonly text: string;
  readonly json: boolean;
  /** One after another. */
  readonly lists: readonly TreeList[];
  readonly rows: readonly Row[];
  /** What is read behind the last row. */
  readonly outputs: readonly Reference[];
  /** The row whose result is that of the list, where only its place says so. */
  readonly last?: number;
  /** Numbers from the start mean rows, and only the first row can read what the list is given. */
  readonly counts: boolean;
  /** A row that hands on what the row before gives. */
  readonly blank: string;
  /** A name that is used where no number could stand. */
  needs(name: string): boolean;
  /** What has to be written so that a row which says nothing of what it reads reads this. */
  reading(row: Row, what: string): Edit | undefined;
  /** Its text without its name, for a copy of it. */
  nameless(row: Row): string;
}

/** Edits, or nothing where what is meant cannot be written. */
export type Change = readonly Edit[] | undefined;

export const all = (changes: readonly Change[]): Change =>
  changes.some((change) => !change) ? undefined : changes.flatMap((change) => change!);

/** Every reference with the number of the row that reads; what is read behind the last row has the next number. */
export const referencesIn = ({
  rows,
  outputs,
}: Sheet): readonly { readonly reader: number; readonly ref: Reference }[] => [
  ...rows.flatMap(({ reads }, reader) => reads.map((ref) => ({ reader, ref }))),
  ...outputs.map((ref) => ({ reader: rows.length, ref })),
];
