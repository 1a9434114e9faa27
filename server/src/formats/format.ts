import type { Place, ReadOptions } from "../core/format";
import type { Reading } from "../core/graph";
import type { Document } from "../tree/document";

/** A frontend: one way of writing a model. */
export interface Format {
  readonly id: string;
  read(document: Document, options?: ReadOptions): Reading;
  /** Works on broken text, which is the normal case while somebody types. */
  place(text: string, offset: number): Place | undefined;
}
