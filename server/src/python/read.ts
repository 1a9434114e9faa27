import type { Memories } from "../analysis/infer-graph";
import type { Reading, ReadModel } from "../core/graph";
import { type Problem, problem } from "../core/problem";
import type { Fault } from "./fault";
import { fixesFor } from "./fixes/index";
import { chosen, drawn } from "./graph";
import { modulesIn } from "./nn/attributes";
import { type Executed, execute } from "./program";
import { remarksIn } from "./remarks";
import { Source } from "./source";
import { parsePython } from "./syntax/parse";
import { unregistered } from "./unregistered";

/** Reads a file by running it as far as it is known what it does. Never throws. */
export function readPython(text: string, memories: Memories): Reading {
  const module = parsePython(text);
  const ran = execute(module, false, memories);
  const learned = ran.askedTraining && !ran.faults.length ? execute(module, true, memories) : undefined;
  const source = new Source(text, module);
  const models = modelsOf(ran, source);
  // What fails only while a model learns is a mistake too.
  if (learned?.faults.length) models.push(...failing(learned, source));
  const faults = [...ran.faults, ...(learned?.faults ?? [])];
  const comments = remarksIn(text, module);
  // While the text is no Python, what is missing may just not be written yet.
  const problems = module.errors.length ? [] : faults.flatMap((fault) => toldOf(fault, source));
  return { models, problems, comments };
}

/** Each model once, by the first run of it in which nothing fails, or by one that fails where that is its fault. */
function modelsOf(ran: Executed, source: Source): ReadModel[] {
  const { trace, runs, idle, faults } = ran;
  const seen = new Set(runs.filter(({ exact }) => exact.fault && !faults.includes(exact.fault)).map(({ of }) => of));
  const models: ReadModel[] = [];
  const known = new Set<object>();
  const outer = new Set([...idle, ...runs.map(({ of }) => of)]);
  const inner = new Set(
    [...outer].flatMap((of) =>
      modulesIn(of)
        .slice(1)
        .map(([, part]) => part),
    ),
  );
  for (const run of runs) {
    const failed = run.exact.fault !== undefined;
    if (!failed && inner.has(run.of)) continue;
    if (failed ? !faults.includes(run.exact.fault!) : known.has(run.of)) continue;
    for (const [, part] of modulesIn(run.of)) known.add(part);
    const taken = chosen(run, trace);
    models.push({
      ...drawn(run.of, taken, trace, source, run.reruns),
      problems: unregistered(run.of, taken, trace).map((found) => tried(found, source)),
    });
  }
  for (const of of [...seen, ...idle]) if (!known.has(of)) models.push(drawn(of, undefined, trace, source));
  return models;
}

const failing = ({ runs, faults, trace }: Executed, source: Source): readonly ReadModel[] =>
  runs
    .filter(({ exact }) => exact.fault && faults.includes(exact.fault))
    .map((run) => drawn(run.of, chosen(run, trace), trace, source, run.reruns));

function toldOf({ told, stack }: Fault, source: Source): readonly Problem[] {
  if (!told) return [];
  const span = told.span ?? stack[0];
  if (!span) return [];
  const { id, message, related } = told;
  const found: Problem = { ...problem(id, span, message), ...(related && { related }) };
  return [tried(found, source)];
}

/** The same problem with what may mend it. */
const tried = (found: Problem, source: Source): Problem => ({
  ...found,
  trials: () => fixesFor({ problem: found, source }),
});
