import type { Model, Step } from "./analysis";
import type { Part } from "./flow";
import type { Graph } from "./graph";
import type { Message } from "./message";
import type { Args, Params } from "./param";
import type { Problem } from "./problem";
import type { Severity } from "./severity";

export type RuleReport = (
  /** The layer that it is about; where it is about none, `extra` says at which words it is. */
  step: Step | undefined,
  message: Message,
  extra?: Partial<Pick<Problem, "severity" | "span" | "related" | "fixes" | "repairs">>,
) => void;

/**
 * Where a rule belongs. Those that are recommended are on; the others are on where a configuration asks for
 * their set, or for the rule itself. "all" has those that belong to no other.
 */
export type RuleSet = "recommended" | "performance" | "export" | "all";
export const ruleSets: readonly RuleSet[] = ["recommended", "performance", "export", "all"];

/**
 * Asked of a part by itself, once for all that are equal: of what is around it only the shapes that it reads are known,
 * and of its layer the operator and the arguments as they are computed with, not as they are written.
 */
export type Need<P extends Params = any> = (part: Part, options: Args<P>) => boolean;

/** An amount of each layer, and whether there may be something to say of a model in which they add up to so much. */
export interface Total<P extends Params = any> {
  /** Never negative; infinite where nobody knows. */
  of(step: Step, graph: Graph): number;
  /** `parameters` are those of the whole model, as the framework counts them, and 0 where nobody knows. */
  mayConcern(total: number, parameters: number, options: Args<P>): boolean;
}

/** One lint. Reads one analysed graph, reports, and changes nothing. */
export interface Rule<P extends Params = any> {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  /** What a report is, once the rule is on. */
  readonly severity: Severity;
  readonly set: RuleSet;
  /** Beside an error in the same row it says nothing: the sizes that it speaks of may be others once that is mended. */
  readonly waits?: true;
  /** The version of ConvLint that had it first. */
  readonly since: string;
  /** Where the reason can be read. */
  readonly source?: string;
  /** What a configuration can say of it beside a severity; every option has a default. */
  readonly options: P;
  /**
   * Of layers one after another it says nothing where it says nothing of any stretch between two layers with filters,
   * those two included, of which only the size of what the first of them reads is known: it looks through no filters
   * to find something wrong, only to find that all is well. Such a rule need not be asked again of a model whose
   * stretches are all known from others.
   */
  readonly near?: true;
  /**
   * What a model must have for the rule to say anything of it: for each need one part at least that meets it, whether a
   * layer or something inside of one. It says yes where it is not sure. Absent where any model will do.
   */
  readonly needs?: readonly Need<P>[];
  /** An amount by which most models are told to be none of its concern, without a look at how their layers are joined. */
  readonly total?: Total<P>;
  /** Whether it may say something of such a graph, whatever its layers are; where not, only if there are needs and they are met. */
  asks?(graph: Graph): boolean;
  check(model: Model, report: RuleReport, options: Args<P>): void;
}

type May = "set" | "since" | "options";

export const rule = <const P extends Params = {}>(spec: Omit<Rule<P>, May> & Partial<Pick<Rule<P>, May>>): Rule<P> => ({
  set: "recommended",
  since: "0.1",
  options: {} as P,
  ...spec,
});

/** What a rule is where nobody says anything of it. */
export const usual = ({ set, severity }: Pick<Rule, "set" | "severity">): Severity | "off" =>
  set === "recommended" ? severity : "off";

/** What a configuration says of options, by rule and by name. */
export type RuleOptions = { readonly [id: string]: { readonly [option: string]: unknown } };
