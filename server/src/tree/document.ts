import type { Comment } from "../core/graph";
import type { Problem } from "../core/problem";
import type { Tree } from "./tree";

/** A text, parsed as far as it can be. */
export interface Document {
  readonly text: string;
  readonly root: Tree | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}
