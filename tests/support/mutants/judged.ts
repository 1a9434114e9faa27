import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Analysis, countsOf, parametersOf, shapeAt } from "../../../server/src/core/analysis";
import { type Dim, isKnown, type Shape } from "../../../server/src/core/dim";
import { evaluate } from "../../../server/src/core/evaluate";
import { understand } from "../../../server/src/service";
import { markOf, mutantOf } from "./index";
import { programOf } from "./parts";

export { drawn, markOf } from "./index";

type Sizes = readonly number[];

/** A file that runs, with the model that it makes and what that takes. */
export interface Original {
  readonly text: string;
  readonly entry: string;
  readonly inputs: readonly Sizes[];
}

/** What PyTorch said of one mutant: an error and the line that raises it, or what its model gives. */
export interface Judged {
  readonly file: string;
  readonly kind: string;
  readonly ordinal: number;
  readonly mark: string;
  readonly error?: string;
  readonly line?: number | null;
  readonly output?: unknown;
  readonly params?: number;
  /** Modules that the program calls itself: inputs, output, parameters. */
  readonly calls?: readonly (readonly [readonly Sizes[], unknown, number])[];
}

const own = "tests/python/mutated";
const shared = "../shared/pytorch/valid";

/** Files of our own, and those beside the project where they are there. */
export function originals(): ReadonlyMap<string, Original> {
  const found = new Map<string, Original>();
  for (const file of readdirSync(own).filter((name) => name.endsWith(".py"))) {
    const text = readFileSync(`${own}/${file}`, "utf8");
    const [, entry] = /^# entry: (.*)$/m.exec(text)!;
    const [, inputs] = /^# inputs: (.*)$/m.exec(text)!;
    found.set(file, { text, entry: entry!, inputs: JSON.parse(inputs!) });
  }
  if (existsSync(shared))
    for (const { file, entry, inputs } of JSON.parse(readFileSync(`${shared}/expected.json`, "utf8")))
      found.set(`valid/${file}`, { text: readFileSync(`${shared}/${file}`, "utf8"), entry, inputs });
  return found;
}

interface Finding extends Judged {
  readonly why: string;
}

export interface Compared {
  readonly broken: number;
  readonly flagged: number;
  readonly atLine: number;
  readonly beside: number;
  readonly running: number;
  readonly exact: number;
  readonly missed: readonly Finding[];
  readonly alarms: readonly Finding[];
  readonly unequal: readonly Finding[];
}

/** Our verdict of each mutant beside what PyTorch said of it; those of files that are not here are left out. */
export function compared(rows: readonly Judged[], files: ReadonlyMap<string, Original>): Compared {
  let [broken, flagged, atLine, beside, running, exact] = [0, 0, 0, 0, 0, 0];
  const missed: Finding[] = [];
  const alarms: Finding[] = [];
  const unequal: Finding[] = [];
  const programs = new Map([...files].map(([name, { text }]) => [name, programOf(text)]));
  for (const row of rows) {
    const file = files.get(row.file);
    const mutant = file && mutantOf(file.text, row.kind, row.ordinal, programs.get(row.file)!);
    if (!file || !mutant) continue;
    if (markOf(mutant.text) !== row.mark) throw new Error(`the record of ${row.file} is stale: npm run mutants`);
    const analysis = understand("net.py", mutant.text)?.analysis;
    const errors = (analysis?.problems ?? []).filter(({ severity }) => severity === "error");
    const lineOf = (at: number): number => mutant.text.slice(0, at).split("\n").length;
    if (row.error) {
      broken++;
      if (!errors.length) missed.push({ ...row, why: `missed ${row.error} at ${row.line}` });
      else flagged++;
      const edited = mutant.changes.map(({ from }) => lineOf(from));
      const isHere = (line: number): boolean => line === row.line || edited.includes(line);
      if (errors.some(({ span }) => isHere(lineOf(span.from)))) atLine++;
      else if (errors.some(({ related = [] }) => related.some(({ span }) => isHere(lineOf(span.from))))) beside++;
    } else {
      running++;
      if (errors.length)
        alarms.push({ ...row, why: `false alarm ${errors.map(({ id, span }) => `${id}:${lineOf(span.from)}`)}` });
      const wrong = errors.length ? undefined : difference(analysis, row, file);
      if (wrong) unequal.push({ ...row, why: `unequal ${wrong}` });
      else if (!errors.length) exact++;
    }
  }
  return { broken, flagged, atLine, beside, running, exact, missed, alarms, unequal };
}

/** What our model gives that none of those that PyTorch ran does. */
function difference(analysis: Analysis | undefined, row: Judged, file: Original): string | undefined {
  const model = analysis?.models[0];
  // Where nothing runs the model, and it needs arguments, nobody says which.
  if (!model) return row.calls?.length ? "no model" : undefined;
  const { graph, steps } = model;
  const given = graph.nodes.filter((node) => node.given).map((node) => node.given!);
  const runs = [[file.inputs, row.output, row.params!] as const, ...(row.calls ?? [])];
  const params = numberIn(parametersOf(countsOf(steps), graph), 1);
  const output = graph.outputs[0] && shapeAt(model, graph.outputs[0]);
  const reasons = runs.map(([inputs, made, count]) => {
    const images = inputs[0]?.[0] ?? 1;
    if (params !== count) return `${params} parameters, not ${count}`;
    if (given.length !== inputs.length || given.some((one, i) => shown(one, images) !== String(inputs[i])))
      return undefined;
    const first = Array.isArray(made) && Array.isArray(made[0]) ? made[0] : made;
    if (first === null) return "";
    return shown(output, images) === String(first) ? "" : `${shown(output, images)}, not ${String(first)}`;
  });
  // The same parameters with another input are all that can be compared.
  if (reasons.includes("")) return undefined;
  return reasons.find((one) => one) ?? undefined;
}

const numberIn = (dim: Dim, images: number): number => (isKnown(dim) ? evaluate(dim, () => images) : Number.NaN);
const shown = (shape: Shape | undefined, images: number): string =>
  String((shape ?? []).map((dim) => numberIn(dim, images)));

/** The figures in a line for each. */
export function told({ broken, flagged, atLine, beside, running, exact, alarms }: Compared): string {
  return [
    `of ${broken} that PyTorch refuses, ${flagged} are told (${((100 * flagged) / broken).toFixed(1)} %)`,
    `${atLine} at the line that was changed or raises, ${beside} with that beside`,
    `of ${running} that run, ${alarms.length} false alarms; ${exact} with the same output and parameters`,
  ].join("\n");
}
