import type { Report } from "../../core/problem";
import type { Vocabulary } from "../../core/vocabulary";

/** Keys beside the operator that say how a layer is used. */
export const siblings = ["name", "from", "repeat", "when", "only", "weights"] as const;
export const isSibling = (key: string): boolean => (siblings as readonly string[]).includes(key);

/** What reading a list of layers needs to know of the file around it. */
export interface Reader {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** The blocks of this file, with the names of their parameters. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  readonly report: Report;
}
