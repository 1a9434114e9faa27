import type { Shape } from "./dim";
import type { Reading } from "./graph";
import type { Span } from "./span";
import type { Vocabulary } from "./vocabulary";

/** What a person at some offset is writing: formats say where one is, features say what fits there. */
export type Place = { readonly span: Span; readonly vocabulary: Vocabulary } & (
  | { readonly kind: "op"; readonly more: readonly string[] }
  | { readonly kind: "arg-name"; readonly op: string; readonly given: readonly string[] }
  | { readonly kind: "arg-value"; readonly op: string; readonly arg: string }
  | { readonly kind: "from"; readonly layers: readonly { readonly name: string; readonly op: string }[] }
);

export interface ReadOptions {
  /** Shape of one image as the framework orders axes, for formats that do not state it. */
  readonly input?: Shape;
  /** The model to read of a file that describes several sizes; all of them when absent. */
  readonly scale?: string;
}

/** A frontend: one way of writing a model. */
export interface Format {
  readonly id: string;
  detect(text: string, uri: string): boolean;
  read(text: string, options?: ReadOptions): Reading;
  /** Works on broken text, which is the normal case while somebody types. */
  place(text: string, offset: number): Place | undefined;
}
