import type { Memories } from "../analysis/infer-graph";
import type { Check } from "../core/check";
import { type CheckId, checks } from "../core/checks";
import type { Reading, ReadModel } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem, type Related } from "../core/problem";
import type { PythonFiles } from "../core/python-class";
import type { Attempt, ModelRun } from "./attempt";
import { changedBatch } from "./blame/batch";
import { changedSize } from "./blame/joins";
import { OtherFiles } from "./elsewhere";
import type { Fault } from "./fault";
import { fixesFor } from "./fixes/index";
import { chosen, drawn } from "./graph";
import type { AskedInput } from "./inputs/asked";
import { readKeras } from "./keras/read";
import { isNowhere } from "./library/index";
import { modelNames } from "./model-names";
import { modulesIn, partsOf } from "./nn/attributes";
import { type Executed, execute } from "./program";
import { isKeras } from "./recognise";
import { remarksIn } from "./remarks";
import { Source } from "./source";
import { parsePython } from "./syntax/parse";
import type { Trace } from "./trace";
import { unreadNames } from "./unread";
import { unregistered } from "./unregistered";
import type { Obj, Tensor } from "./values";

/** The path of the file that is read, and those beside it. */
interface Beside {
  readonly file: string;
  readonly files: PythonFiles;
}

/** Reads a file by running it as far as it is known what it does. Never throws. */
export function readPython(text: string, memories: Memories, beside?: Beside, asked?: AskedInput): Reading {
  if (isKeras(text)) return readKeras(text, memories);
  const module = parsePython(text);
  const others = new OtherFiles();
  const around = beside && { ...beside, others };
  const ran = execute(module, false, memories, around, asked);
  const learned = ran.askedTraining && !ran.faults.length ? execute(module, true, memories, around, asked) : undefined;
  const source = new Source(text, module);
  const found = modelsOf(ran, source);
  // What fails only while a model learns is a mistake too.
  if (learned?.faults.length) found.push(...failing(learned, source));
  const ids = modelNames(
    found.map(({ of }) => of),
    ran.names,
  );
  const models = found.map(({ read }, i): ReadModel => (ids[i] === undefined ? read : { id: ids[i], ...read }));
  const isOfModel = new Set([ran, learned].flatMap((one) => one?.runs.map(({ exact }) => exact.fault)));
  const told = (run: Executed | undefined) =>
    (run?.faults ?? []).flatMap((fault) => toldOf(fault, isOfModel.has(fault), run!.trace, source, others));
  const comments = remarksIn(text, module);
  // While the text is no Python, what is missing may just not be written yet.
  const problems = module.errors.length
    ? []
    : [...told(ran), ...told(learned)].filter((found) => !isBeingTyped(found, text));
  return { models, problems, comments, unread: unreadNames(ran.trace.unread) };
}

interface Found {
  readonly of: Obj;
  readonly read: ReadModel;
}

/** The last word of a text may go on. */
const isBeingTyped = ({ id, span }: Problem, text: string): boolean =>
  /^[ \t]*$/.test(text.slice(span.to)) && (checks as { readonly [id: string]: Check })[id]?.waits === true;

/** Each model once, by the first run of it in which nothing fails, or by one that fails where that is its fault. */
function modelsOf(ran: Executed, source: Source): Found[] {
  const { trace, runs, idle, faults } = ran;
  const seen = new Set(runs.filter(({ exact }) => exact.fault && !faults.includes(exact.fault)).map(({ of }) => of));
  const models: Found[] = [];
  const known = new Set<object>();
  const inner = partsOf([...new Set([...idle, ...runs.map(({ of }) => of)])]);
  for (const run of runs) {
    const failed = run.exact.fault !== undefined;
    if (!failed && inner.has(run.of)) continue;
    if (failed ? !faults.includes(run.exact.fault!) : known.has(run.of)) continue;
    for (const [, part] of modulesIn(run.of)) known.add(part);
    const taken = chosen(run, trace);
    const problems = unregistered(run.of, taken, trace).map((found) => tried(found, source));
    models.push({ of: run.of, read: { ...drawnRun(run, taken, trace, source), problems } });
  }
  for (const of of [...seen, ...idle])
    if (!known.has(of)) models.push({ of, read: drawn(of, undefined, trace, source) });
  return models;
}

/** An input that nothing states is nobody's mistake, and not all that holds of it holds of others. */
function drawnRun({ of, reruns, presumed }: ModelRun, taken: Attempt, trace: Trace, source: Source): ReadModel {
  if (!presumed) return drawn(of, taken, trace, source, reruns);
  const { graph, ...more } = drawn(of, taken, trace, source);
  const again = reruns && { reruns };
  return { ...more, graph: { ...graph, ...again, presumed: true, loose: true } };
}

const failing = ({ runs, faults, trace }: Executed, source: Source): readonly Found[] =>
  runs
    .filter(({ exact }) => exact.fault && faults.includes(exact.fault))
    .map((run) => ({ of: run.of, read: drawnRun(run, chosen(run, trace), trace, source) }));

/**
 * What is to be mended in another file is told where this one comes to it. What an operator found wrong with a call is
 * told with the model in which it is called, where there is one.
 */
function toldOf(
  fault: Fault,
  isOfModel: boolean,
  trace: Trace,
  source: Source,
  others: OtherFiles,
): readonly Problem[] {
  const { stack, inner } = fault;
  const told = fault.told ?? (isOfModel ? undefined : fault.problem);
  if (!told) return [];
  const isHere = !told.span || !isNowhere(told.span);
  const span = (isHere ? told.span : undefined) ?? stack[0];
  if (!span) return [];
  const found = told === fault.problem ? { ...fault.problem, span } : problem(told.id as CheckId, span, told.message);
  const [at] = stack;
  const isCalledElsewhere = told === fault.problem && at && (span.from < at.from || at.to < span.to);
  const places = [...(isHere ? [] : [told.span!]), ...inner].slice(0, 1).flatMap((at) => others.placeOf(at) ?? []);
  const related = [
    ...(isCalledElsewhere ? [{ span: at, message: say`called here` }] : []),
    ...(told.related ?? []).filter((one) => !isNowhere(one.span)),
    ...places.map((elsewhere): Related => ({ span, message: say`it fails here`, elsewhere })),
  ];
  const whole = related.length ? { ...found, related } : found;
  return [tried(fault.told?.from ? ofOther(whole, fault.told.from, trace) : whole, source)];
}

/** Sizes or a number of images that are not those that are wanted, where they became others. */
function ofOther(found: Problem, from: Tensor, { nodes, steps }: Trace): Problem {
  const { id, span, message, related = [] } = found;
  const calls = { nodes, stepAt: (at: number) => steps[at] };
  const isBatch = id === "batch-changed";
  const culprit = from.node < 0 ? undefined : (isBatch ? changedBatch : changedSize)(from, calls);
  if (!culprit || isNowhere(culprit.span))
    return isBatch ? { ...found, message: say`${message}: on its way the batch has become another` } : found;
  const beside = [{ span, message: say`it fails here` }, ...related];
  return { ...found, span: culprit.span, message: say`${message}: ${culprit.why!}`, related: beside };
}

/** The same problem with what may mend it. */
const tried = (found: Problem, source: Source): Problem => ({
  ...found,
  trials: () => fixesFor({ problem: found, source }),
});
