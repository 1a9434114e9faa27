import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { classesBelow } from "../../server/src/lsp/classes";
import type { Options } from "../../server/src/service";

const folder = resolve("tests/beside").replaceAll("\\", "/");
const text = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
const read = new Map<string, Pick<Options, "findClasses" | "files">>();

/** `# beside it, attention.py` in a model says which file of `tests/beside` lies there. */
export function pythonBeside(model: string): Pick<Options, "findClasses" | "files"> | undefined {
  const [, name] = /^# beside it, (\S+\.py)$/m.exec(model) ?? [];
  return name === undefined ? undefined : withPython(name);
}

/** What reading a model needs to find classes of a file of `tests/beside`. */
export function withPython(name: string): Pick<Options, "findClasses" | "files"> {
  const before = read.get(name);
  if (before) return before;
  const classes = classesBelow([folder], () => [{ path: name, text: text(`${folder}/${name}`)! }], { text });
  const found = { findClasses: classes.find, files: classes.files() };
  read.set(name, found);
  return found;
}
