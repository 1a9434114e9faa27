import type { Node } from "../../core/graph";
import type { Fix, Problem } from "../../core/problem";
import type { Drawn } from "../blame/drawn";
import type { Source } from "../source";

/** What was found wrong, and all that may be known of where. */
export interface Finding {
  readonly problem: Problem;
  readonly source: Source;
  /** The call that fails, where it is one of a model. */
  readonly node?: Node;
  readonly drawn?: Drawn;
}

/** What may mend a problem, the likeliest first. Each is tried before it is offered. */
export type Maker = (finding: Finding) => readonly Fix[];
