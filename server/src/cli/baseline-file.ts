import { existsSync, writeFileSync } from "node:fs";
import { say } from "../core/message";
import { readText, Unreadable } from "./read-text";
import { UsageError } from "./usage";
import { writeText } from "./write-text";

/** How often a problem was there when the baseline was written, by file, id and fingerprint. */
export type Counts = ReadonlyMap<string, number>;

export type Entry = readonly [file: string, id: string, print: string];

export const keyOf = (entry: Entry): string => JSON.stringify(entry);
export const entryOf = (key: string): Entry => JSON.parse(key);

type Written = { readonly [file: string]: { readonly [id: string]: { readonly [print: string]: number } } };

const version = 1;

export function readBaseline(path: string): Counts {
  const text = guarded(path, () => readText(path));
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new UsageError(say`${path}: this is no baseline, since it is no JSON: ${(error as Error).message}`);
  }
  if (!isMap(given) || !("version" in given) || !isMap(given["files"]))
    throw new UsageError(say`${path}: this is no baseline: it has no version and files`);
  if (given["version"] !== version)
    throw new UsageError(
      say`${path}: this is a baseline of version ${JSON.stringify(given["version"])}, and version ${version} is read here`,
    );
  return countsIn(given["files"], path);
}

function countsIn(files: { readonly [file: string]: unknown }, path: string): Counts {
  const counts = new Map<string, number>();
  for (const [file, ids] of Object.entries(files))
    for (const [id, prints] of Object.entries(mapIn(ids, file, path)))
      for (const [print, count] of Object.entries(mapIn(prints, id, path))) {
        if (!Number.isSafeInteger(count) || (count as number) < 1)
          throw new UsageError(say`${path}: ${id} in ${file} has ${JSON.stringify(count)} where a count stands`);
        counts.set(keyOf([file, id, print]), count as number);
      }
  return counts;
}

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function mapIn(value: unknown, name: string, path: string): { readonly [key: string]: unknown } {
  if (isMap(value)) return value;
  throw new UsageError(say`${path}: ${name} has ${JSON.stringify(value)} where a map stands`);
}

/** As small as it can be read, and the same for the same problems. */
export function baselineText(counts: Counts): string {
  const files: { [file: string]: { [id: string]: { [print: string]: number } } } = Object.create(null);
  for (const key of [...counts.keys()].sort()) {
    const [file, id, print] = entryOf(key);
    files[file] ??= Object.create(null);
    files[file]![id] ??= Object.create(null);
    files[file]![id]![print] = counts.get(key)!;
  }
  return `${JSON.stringify({ version, files: files satisfies Written }, null, 2)}\n`;
}

/** In place of the one that is there. */
export function writeBaseline(path: string, counts: Counts): void {
  const text = baselineText(counts);
  guarded(path, () => {
    const before = existsSync(path) ? readText(path) : undefined;
    if (before === undefined) create(path, text);
    else if (before !== text) writeText(path, before, text);
  });
}

function create(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Unreadable(code === "ENOENT" ? say`there is no such folder` : say`it cannot be written (${code ?? "?"})`);
  }
}

function guarded<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(say`${path}: ${error.told}`) : error;
  }
}
