import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type Message, plural, say } from "../core/message";
import type { FileReport } from "../report/file-report";
import { fingerprint } from "../report/fingerprint";
import { inBaseline } from "../report/full";
import { type Counts, entryOf, keyOf, readBaseline, writeBaseline } from "./baseline-file";
import type { LookedAt } from "./looked-at";
import { UsageError } from "./usage";

interface Asked {
  readonly baseline?: string | undefined;
  readonly "update-baseline"?: boolean | undefined;
  readonly diff?: boolean | undefined;
  readonly scale?: string | undefined;
  readonly "stdin-ndjson"?: boolean | undefined;
}

/** What is left of the reports once the problems are taken out that were there before, and how many entries are idle. */
export interface Judged {
  readonly files: readonly FileReport[];
  readonly gone: number;
}

/** A baseline is read before anything else, so that one which cannot be read is said at once. */
export function baselineFor(asked: Asked): (files: readonly FileReport[], seen: LookedAt) => Judged {
  const { baseline: path, "update-baseline": updates } = asked;
  if (updates && path === undefined)
    throw new UsageError(say`--update-baseline needs --baseline FILE, which it writes`);
  if (path === undefined) return (files) => ({ files, gone: 0 });
  refuse(asked);
  if (updates) {
    const before = existsSync(path) ? readBaseline(path) : new Map();
    return (files, seen) => {
      const counts = updated(before, files, judgedIn(seen, path), path);
      writeBaseline(path, counts);
      return judged(counts, files, judgedIn(seen, path), path);
    };
  }
  if (!existsSync(path)) throw new UsageError(say`${path}: there is no such file; --update-baseline writes it`);
  const counts = readBaseline(path);
  return (files, seen) => {
    const found = judged(counts, files, judgedIn(seen, path), path);
    return asked.scale === undefined || asked.scale === "all" ? found : { ...found, gone: 0 };
  };
}

function refuse({ "update-baseline": updates, ...asked }: Asked): void {
  if (asked["stdin-ndjson"]) throw new UsageError(say`--stdin-ndjson answers line by line, and takes no --baseline`);
  if (updates && asked.diff) throw new UsageError(say`--diff writes nothing, and takes no --update-baseline`);
  if (updates && asked.scale !== undefined && asked.scale !== "all")
    throw new UsageError(say`--update-baseline looks at every size of a model, and takes no --scale`);
}

/** With `/`, from the folder of the baseline. */
const nameIn = (path: string, file: string): string =>
  relative(dirname(resolve(path)), resolve(file)).replaceAll("\\", "/");

const keysIn = (report: FileReport, path: string): readonly string[] => {
  const name = nameIn(path, report.file);
  return report.problems.map(({ id, span }) => keyOf([name, id, fingerprint(report, span)]));
};

/** Whether what a baseline says of a file can be told true or not. */
type IsJudged = (name: string) => boolean;

const judgedIn =
  (seen: LookedAt, path: string): IsJudged =>
  (name) =>
    seen.has(resolve(dirname(path), name));

function judged(counts: Counts, files: readonly FileReport[], isJudged: IsJudged, path: string): Judged {
  const left = new Map(counts);
  const told = files.map((report): FileReport => {
    const keys = keysIn(report, path);
    const problems = report.problems.filter((_, i) => {
      const count = left.get(keys[i]!) ?? 0;
      if (count > 0) left.set(keys[i]!, count - 1);
      return count === 0;
    });
    return { ...report, problems, baseline: keys.length - problems.length };
  });
  const idle = [...left].filter(([key]) => isJudged(entryOf(key)[0]));
  return { files: told, gone: idle.reduce((sum, [, count]) => sum + count, 0) };
}

/** What is there now; of files that were not looked at, what was there. */
function updated(before: Counts, files: readonly FileReport[], isJudged: IsJudged, path: string): Counts {
  const counts = new Map([...before].filter(([key]) => !isJudged(entryOf(key)[0])));
  for (const report of files) for (const key of keysIn(report, path)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What became of the baseline, in a sentence or two; `counted` where the report itself says how many it holds. */
export function baselineTold({ files, gone }: Judged, counted: boolean): readonly Message[] {
  const known = files.reduce((sum, { baseline = 0 }) => sum + baseline, 0);
  const idle = plural(
    gone,
    say`${gone} entry of the baseline is gone; --update-baseline takes it out`,
    say`${gone} entries of the baseline are gone; --update-baseline takes them out`,
  );
  return [...(known && !counted ? [inBaseline(known)] : []), ...(gone ? [idle] : [])];
}
