import { argOf, type Step } from "../core/analysis";
import type { Arg } from "../core/graph";
import { render } from "../core/message";
import { type Param, showDefault } from "../core/param";
import type { Span } from "../core/span";
import { showAs } from "../core/value";
import { parameterOf, type Spelling } from "../core/vocabulary";
import { bounded, tableOf } from "./markdown";
import { activeOfSeveral, type Snapshot } from "./snapshot";
import { ownSteps, type Use, whereIn } from "./use";

interface Called extends Step {
  readonly use: Use;
}

/** What an argument takes and means, and the value it has after all, in each use of the row. */
export function aboutArgument(
  snapshot: Snapshot,
  spelling: Spelling,
  name: string,
  steps: readonly Called[],
): readonly string[] {
  const calls = steps.flatMap((step) => {
    const arg = step.node.args.find((one) => one.name === name);
    return arg ? [{ ...step, arg }] : [];
  });
  return [...meaningOf(spelling, name), ...valuesOf(snapshot, spelling, name, calls)];
}

function meaningOf({ params, states, applies, parameters }: Spelling, name: string): readonly string[] {
  const param: Param<unknown> | undefined = params[parameters.get(name) ?? ""];
  if (param) {
    const left = showDefault(param);
    const unit = param.unit ? ` (${param.unit})` : "";
    return [`**${name}**: ${param.type.label}${unit}${left === undefined ? "" : `, default ${left}`}`, param.doc];
  }
  if (applies.includes(name)) return [`**${name}** names an operator that is applied to the result.`];
  return [
    name in states
      ? `**${name}** only states what follows from the input, and is compared with it.`
      : `**${name}** changes neither shapes nor counts.`,
  ];
}

/** How often a row is built, and what that means for it. */
export function aboutTimes(snapshot: Snapshot, times: Span, uses: readonly Use[]): readonly string[] {
  const active = activeOfSeveral(snapshot);
  const steps = uses.flatMap((use) => ownSteps(use));
  const isInside = ({ value }: Arg): boolean => value.span.from === times.from;
  const inside = steps.find(({ node }) => node.args.some(isInside));
  const arg = inside?.node.args.find(isInside)?.name;
  const param = arg === undefined ? undefined : inside!.spelling?.params[parameterOf(inside!.spelling, arg) ?? ""];
  const doc = param?.doc ?? "How often the layer is built, one copy after another, each with weights of its own.";
  const values = uses.map((use): Value => {
    const note = use.row.times?.note;
    return { where: whereIn(use, active), effective: String(use.row.repeats), why: note ? render(note) : "" };
  });
  return [`**repeats** ${doc}`, ...sideBySide(snapshot.text.slice(times.from, times.to), values)];
}

interface Value {
  readonly where: string;
  readonly effective: string;
  readonly why: string;
}

function valuesOf(
  snapshot: Snapshot,
  spelling: Spelling,
  name: string,
  calls: readonly (Called & { readonly arg: Arg })[],
): readonly string[] {
  const span = calls[0]?.arg.value.span;
  const active = activeOfSeveral(snapshot);
  const written = span ? snapshot.text.slice(span.from, span.to).replace(/^(["'])(.*)\1$/, "$2") : "";
  const values = calls.map((call): Value => {
    const { note } = call.arg.value;
    const why = note ? render(note) : "";
    return {
      where: whereIn(call.use, active),
      effective: effectiveOf(call, spelling, name),
      why: why === written ? "" : why,
    };
  });
  return sideBySide(written, values);
}

/** What is written, and what becomes of it in each use; nothing where it is the same everywhere. */
function sideBySide(written: string, values: readonly Value[]): readonly string[] {
  const first = values[0];
  if (!first || values.every(({ effective }) => effective === written)) return [];
  if (values.every(({ effective, why }) => effective === first.effective && why === first.why))
    return [`written \`${written}\`, effective \`${first.effective}\`${first.why && `: ${first.why}`}`];
  const rows = bounded(values.map(({ where, effective, why }) => [where, `\`${effective}\``, why]));
  return [`written \`${written}\``, tableOf(["", "effective", ""], rows)];
}

/** The value as the operator has it, where inference came so far; otherwise as the format understood it. */
function effectiveOf(step: Called & { readonly arg: Arg }, spelling: Spelling, name: string): string {
  const { value } = step.arg;
  const param = parameterOf(spelling, name);
  const type = param === undefined ? undefined : spelling.params[param]!.type;
  const isOwn = param !== undefined && argOf(step, param) === step.arg;
  return value.kind === "formula" && step.args && type && isOwn
    ? type.show(step.args[param])
    : value.kind === "text"
      ? value.value
      : showAs(value, step.use.model.graph.vocabulary.literals);
}
