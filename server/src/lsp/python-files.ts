import { readFileSync, statSync } from "node:fs";
import type { PythonFile } from "./classes";
import { walk } from "./walk";

/** Nobody waits for the classes of a whole disk. */
const most = { files: 3_000, bytes: 16_000_000, each: 1_000_000 };

/** Files of Python below a folder, the nearest first; what cannot be read is not there. */
export function* pythonFiles(folder: string): Generator<PythonFile> {
  let files = 0;
  let bytes = 0;
  for (const { path, shown } of walk(folder, (name) => name.endsWith(".py"))) {
    const text = textAt(path);
    if (text === undefined) continue;
    if (++files > most.files || (bytes += text.length) > most.bytes) return;
    yield { path: shown, text };
  }
}

/** The text of a file; nothing of one that is not there, or larger than anybody writes. */
export function textAt(path: string): string | undefined {
  try {
    return statSync(path).size > most.each ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
