import { readFileSync, statSync } from "node:fs";
import type { ModelFile } from "./closed-models";
import { walk } from "./walk";

/** Nobody waits for the names in a whole disk, and a file with more than that was written by a program. */
const most = { files: 2_000, bytes: 8_000_000, each: 500_000 };

const mayBeModel = /\.(?:ya?ml|cnn\.json)$/i;

/** Files below a folder that may be models, the nearest first. Their texts are only read when they are asked for. */
export function* modelFiles(folder: string): Generator<ModelFile> {
  let files = 0;
  let bytes = 0;
  for (const { path, shown } of walk(folder, (name) => mayBeModel.test(name))) {
    const found = about(path);
    if (!found || found.size > most.each) continue;
    if (++files > most.files || (bytes += found.size) > most.bytes) return;
    yield { path: shown, modified: `${found.mtimeMs} ${found.size}`, read: () => readFileSync(path, "utf8") };
  }
}

function about(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
