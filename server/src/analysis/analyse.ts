import type { Analysis, Model, Step } from "../core/analysis";
import type { CheckId } from "../core/checks";
import { type Node, placesOf, type Reading } from "../core/graph";
import { fillIn } from "../core/param";
import { type Problem, type Report, toldIn } from "../core/problem";
import { type Rule, type RuleOptions, type RuleReport, usual } from "../core/rule";
import type { Severities } from "../core/severity";
import { isWithin, unclosedIn, unfinishedRows } from "../core/unclosed";
import { imageHints } from "./image-hints";
import { inferGraph, type Memories } from "./infer-graph";
import { type Found, merge } from "./merge";
import { type Active, Needs, type Sums } from "./needs";
import { placed } from "./placing";
import { withSeverities } from "./severity";
import { shapeComments } from "./shape-comments";
import { suppress } from "./suppress";

const statedShape: CheckId = "stated-shape-wrong";

const nowhere = { from: 0, to: 0 };

/** What a configuration says of what is reported. */
export interface Asked {
  readonly severities?: Severities;
  readonly options?: RuleOptions;
}

/** Understands a file as far as it can be understood. Never throws, never waits. */
export function analyse(
  reading: Reading,
  rules: readonly Rule[],
  { severities = {}, options = {} }: Asked = {},
  memories: Memories = new Map(),
): Analysis {
  const { needs, isOff } = lintsOf(rules, { severities, options });
  const ids = reading.models.map((model) => model.id);
  const found: Found[] = reading.problems.map((problem) => ({ problem }));
  const open = unclosedIn(reading.problems);
  const models = reading.models.map(({ id, graph, problems = [], blame, inferred }): Model => {
    const unfinished = unfinishedRows(open, graph);
    // Models of a program are no sizes of one, so that nobody expects of what is wrong in one that it is in all.
    const size = graph.program ? undefined : id;
    const { written } = graph.vocabulary;
    const report: Report = (told) => {
      const problem = written ? toldIn(written, told) : told;
      if (!isWithin(problem.span, unfinished)) found.push({ problem, ...(size !== undefined && { model: size }) });
    };
    problems.forEach(report);
    const hint = imageHints(graph);
    const tell = (problem: Problem, node: Node): void => {
      const found = hint(problem, node);
      report(blame ? blame(found, node) : found);
    };
    const steps = inferGraph(graph, memories, tell, undefined, inferred);
    const model = { ...(id !== undefined && { id }), graph, steps };
    const isBesideError = besideErrors(found, isOff);
    const met = needs.ofAll(steps, graph.vocabulary.layout);
    const sums = (): Sums => needs.sumsOf(steps, graph);
    // Lints look at layers as they follow one another.
    for (const one of graph.loose ? [] : needs.concerned(met, graph, sums)) apply(one, model, report, isBesideError);
    return model;
  });
  if (!reading.altered && !isOff(statedShape))
    for (const problem of shapeComments(models, reading.comments, reading.scale)) found.push({ problem });
  // A comment is not idle because the configuration has switched off what it silences.
  const { problems, suppressed } = suppress(merge(found, ids), reading.comments, isOff);
  return { models, problems: inTurn(withSeverities(certain(problems, reading), severities)), suppressed };
}

function offBy(rules: readonly Rule[], { severities = {}, options = {} }: Asked): (id: string) => boolean {
  // Who says something of the options of a rule wants to hear of it.
  const usually = new Map(rules.map((rule) => [rule.id, options[rule.id] ? rule.severity : usual(rule)]));
  return (id) => (severities[id] ?? usually.get(id)) === "off";
}

/** The rules that are on, as a configuration asks for them. */
export interface Lints {
  readonly needs: Needs;
  isOff(id: string): boolean;
}

/** One configuration holds for many files, and is looked through once. */
export function lintsOf(rules: readonly Rule[], asked: Asked): Lints {
  const key = JSON.stringify(asked, (_, value) => (value === Number.POSITIVE_INFINITY ? "∞" : value));
  let known = looked.get(rules);
  if (!known) looked.set(rules, (known = new Map()));
  let lints = known.get(key);
  if (lints) return lints;
  const { options = {} } = asked;
  const isOff = offBy(rules, asked);
  const active = rules.filter(({ id }) => !isOff(id));
  const needs = new Needs(active.map((rule) => ({ rule, options: fillIn(rule.options, options[rule.id] ?? {}) })));
  lints = { needs, isOff };
  if (known.size >= mostConfigurations) known.clear();
  known.set(key, lints);
  return lints;
}

const mostConfigurations = 16;

/** Only what is equal by all that is said of rules is shared. */
const looked = new WeakMap<readonly Rule[], Map<string, Lints>>();

/** A comment about rows may be wrong only because the rows are; what breaks or misleads the model comes first. */
function inTurn(problems: readonly Problem[]): readonly Problem[] {
  const urgent = problems.some(({ waits, severity }) => !waits && (severity === "error" || severity === "warning"));
  return urgent ? problems.filter(({ waits }) => !waits) : problems;
}

/** Where a framework is assumed, what follows from that is told once it is written. */
function certain(problems: readonly Problem[], reading: Reading): readonly Problem[] {
  if (!reading.models.some(({ graph }) => graph.assumed)) return problems;
  const key = ({ id, span }: Problem): string => `${id} ${span.from} ${span.to}`;
  const read = new Set(reading.problems.map(key));
  return problems.filter((found) => found.idle || read.has(key(found)));
}

/** Whether a row has an error: what else could be said of it may be another once that is mended. */
function besideErrors(found: readonly Found[], isOff: (id: string) => boolean): (step: Step) => boolean {
  const errors = found.flatMap(({ problem: { id, severity, span } }) =>
    severity === "error" && !isOff(id) ? [span] : [],
  );
  if (!errors.length) return () => false;
  return ({ node }) => {
    const places = node.row ? placesOf(node.row) : [node.opSpan];
    return errors.some(({ from, to }) => places.some((at) => from >= at.from && to <= at.to));
  };
}

function apply({ rule, options }: Active, model: Model, report: Report, isBesideError: (step: Step) => boolean): void {
  const { id, severity, check } = rule;
  const tell: RuleReport = (step, message, extra) => {
    const problem: Problem = { id, severity, message, span: step?.node.opSpan ?? nowhere, ...extra };
    if (!rule.waits || !step || !isBesideError(step)) report(placed(problem, step?.node.row));
  };
  check(model, tell, options);
}
