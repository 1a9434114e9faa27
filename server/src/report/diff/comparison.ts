import type { Difference } from "./compare";

/** One of the two that are compared. */
export interface Side {
  /** As it is shown: relative to the current folder. */
  readonly file: string;
  readonly rows: number;
  /** Of a model. */
  readonly format?: string;
  readonly scale?: string;
  /** Of a log: the line where its table begins, and how many tables there are. */
  readonly line?: number;
  readonly tables?: number;
}

/** Weights of the old model that the new one takes over as they are. */
export interface Kept {
  readonly parameters: number;
  readonly of: number;
  /** Those of the new model that are not there, or have another shape. */
  readonly others: readonly { readonly name: string; readonly old: string | null; readonly new: string }[];
}

/** Everything a report of two models says. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly difference: Difference;
  /** Sentences about what was compared, and what was not. */
  readonly notes: readonly string[];
}

/** `yolov8.yaml, scale n`; `train.log, line 12`. */
export const nameOf = ({ file, scale, line }: Side): string =>
  [file, ...(scale === undefined ? [] : [`scale ${scale}`]), ...(line === undefined ? [] : [`line ${line}`])].join(
    ", ",
  );
