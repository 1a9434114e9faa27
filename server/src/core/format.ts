import type { Shape } from "./dim";
import type { Span } from "./span";
import type { Vocabulary } from "./vocabulary";

/** What a person at some offset is writing: formats say where one is, features say what fits there. */
export type Place = { readonly span: Span; readonly vocabulary: Vocabulary } & (
  | {
      readonly kind: "op";
      readonly more: readonly string[];
      /** A call in full, to stand in place of the word; absent where arguments follow already. */
      write?(op: string, args: readonly { readonly name: string; readonly value: string }[]): string;
    }
  | { readonly kind: "arg-name"; readonly op: string; readonly given: readonly string[] }
  | { readonly kind: "arg-value"; readonly op: string; readonly arg: string }
  /** A key of the format itself, which stands beside those that are given. */
  | { readonly kind: "key"; readonly keys: readonly { readonly name: string; readonly doc: string }[] }
  | { readonly kind: "from"; readonly layers: readonly { readonly name: string; readonly op: string }[] }
);

export interface ReadOptions {
  /** Shapes of one image as the framework orders axes: of the only input, or by the name of an input. */
  readonly input?: Shape | { readonly [name: string]: Shape };
  /** The model to read of a file that describes several sizes; all of them when absent. */
  readonly scale?: string;
  /** The dialect was asked for, not found: what it does not know is then wrong. */
  readonly pinned?: boolean;
}
