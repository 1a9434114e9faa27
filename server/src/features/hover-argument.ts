import { argOf, type Step } from "../core/analysis";
import type { Arg } from "../core/graph";
import { render, say } from "../core/message";
import { type Param, showDefault } from "../core/param";
import type { Span } from "../core/span";
import { showAs } from "../core/value";
import { parameterOf, type Spelling } from "../core/vocabulary";
import { english, type Voice } from "../core/voice";
import { alike, someOf } from "./alike";
import { areSeveral, isProgram, pathOf } from "./calls";
import { definitionOf } from "./hover-operator";
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
  const meaning = meaningOf(spelling, name, snapshot.voice);
  // Of a word that is no argument, or not yet, there is nothing to say.
  return meaning.length ? [...meaning, ...valuesOf(snapshot, spelling, name, calls)] : [];
}

function meaningOf(
  { params, states, ignores, applies, parameters }: Spelling,
  name: string,
  voice: Voice = english,
): readonly string[] {
  const param: Param<unknown> | undefined = params[parameters.get(name) ?? ""];
  if (param) {
    const left = showDefault(param);
    const label = definitionOf(param.type.label, voice);
    const type = param.unit ? say`${label} (${definitionOf(param.unit, voice)})` : say`${label}`;
    return [
      render(
        left === undefined
          ? say`**${name}**: ${type}`
          : say`**${name}**: ${type}, default ${definitionOf(left, voice)}`,
        voice,
      ),
      ...(param.doc ? [definitionOf(param.doc, voice)] : []),
    ];
  }
  const said = applies.includes(name)
    ? say`**${name}** names an operator that is applied to the result.`
    : Object.hasOwn(states, name)
      ? say`**${name}** only states what follows from the input, and is compared with it.`
      : ignores.includes(name)
        ? say`**${name}** changes neither shapes nor counts.`
        : undefined;
  return said ? [render(said, voice)] : [];
}

/** How often a row is built, and what that means for it. */
export function aboutTimes(snapshot: Snapshot, times: Span, uses: readonly Use[]): readonly string[] {
  const active = activeOfSeveral(snapshot);
  const steps = uses.flatMap((use) => ownSteps(use));
  const isInside = ({ value }: Arg): boolean => value.span.from === times.from;
  const inside = steps.find(({ node }) => node.args.some(isInside));
  const arg = inside?.node.args.find(isInside)?.name;
  const param = arg === undefined ? undefined : inside!.spelling?.params[parameterOf(inside!.spelling, arg) ?? ""];
  const { voice } = snapshot;
  const doc = param
    ? definitionOf(param.doc, voice)
    : render(say`How often the layer is built, one copy after another, each with weights of its own.`, voice);
  const values = uses.map((use): Value => {
    const note = use.row.times?.note;
    const why = note ? render(note, voice) : "";
    return { where: whereIn(use, active, voice), effective: String(use.row.repeats), why };
  });
  return [`**repeats** ${doc}`, ...sideBySide(snapshot.text.slice(times.from, times.to), values, voice)];
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
  const several = areSeveral(calls.map(({ use }) => use));
  const values = calls.map((call): Value => {
    const { note } = call.arg.value;
    const why = note ? render(note, snapshot.voice) : "";
    return {
      where: isProgram(call.use.model) ? pathOf(call.use, several) : whereIn(call.use, active, snapshot.voice),
      effective: asWritten(effectiveOf(call, spelling, name), written),
      why: why === written ? "" : why,
    };
  });
  return sideBySide(
    written,
    values,
    snapshot.voice,
    calls.some(({ use }) => isProgram(use.model)),
  );
}

/** A program writes some lists in other brackets. */
const asWritten = (effective: string, written: string): string =>
  effective === written.replace(/^\((.*?),?\)$/, "[$1]") ? written : effective;

/** What is written, and what becomes of it in each use; nothing where it is the same everywhere. */
function sideBySide(written: string, values: readonly Value[], voice?: Voice, isMerged = false): readonly string[] {
  const first = values[0];
  if (!first || values.every(({ effective }) => effective === written)) return [];
  if (values.every(({ effective, why }) => effective === first.effective && why === first.why)) {
    const both = say`written \`${written}\`, effective \`${first.effective}\``;
    return [render(first.why ? say`${both}: ${first.why}` : both, voice)];
  }
  const rows = bounded(
    alike(values, ({ where, effective, why }) => [isMerged ? "" : where, effective, why].join("|")).map(
      ({ all, first: { effective, why } }) => {
        const where = render(someOf(all.map((one) => one.where)), voice);
        return [where, `\`${effective}\``, why];
      },
    ),
  );
  return [render(say`written \`${written}\``, voice), tableOf(["", render(say`effective`, voice), ""], rows)];
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
