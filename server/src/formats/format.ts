import type { Place, ReadOptions } from "../core/format";
import type { Reading } from "../core/graph";
import type { Name } from "../core/name";
import type { Document } from "../tree/document";

/** A frontend: one way of writing a model. */
export interface Format {
  readonly id: string;
  read(document: Document, options?: ReadOptions): Reading;
  /** What is being written at an offset. Works on broken text, which is the normal case while somebody types. */
  place(document: Document, offset: number, options?: ReadOptions): Place | undefined;
  /** The words in it that somebody chose, in the order of the text. Works on broken text too. */
  names(document: Document): readonly Name[];
}
