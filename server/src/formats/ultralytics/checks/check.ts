import type { Beside } from "../../../core/beside";
import type { Report } from "../../../core/problem";
import type { Document } from "../../../tree/document";
import type { Dialect } from "../dialect";
import type { ModelFile, Scale } from "../file";

/** A model file with what only its text says: comments, keys that count for nothing, scalars as they are written. */
export interface Written {
  readonly document: Document;
  readonly file: ModelFile;
  readonly dialect: Dialect;
  /** The sizes of the model that are looked at. */
  readonly scales: readonly Scale[];
  /** The path of the file, where it has one. */
  readonly name?: string;
  /** The data file beside it, where there is one. */
  readonly data?: Beside;
}

/** One mistake that is nowhere but in the text. It reports, and changes nothing. */
export type Check = (written: Written, report: Report) => void;
