import type { FindClasses, PythonClass } from "../core/python-class";
import { classesIn } from "../modules/python";

/** The classes below some folders, looked for when somebody first asks. */
export interface Classes {
  readonly find: FindClasses;
  /** Whether anything was known that may have changed. */
  forget(): boolean;
}

/** A file of Python, and where it lies below the folder that was searched. */
export interface PythonFile {
  readonly path: string;
  readonly text: string;
}

/** Files of Python below a folder. */
export type PythonIn = (folder: string) => Iterable<PythonFile>;

export function classesBelow(folders: readonly string[], python: PythonIn): Classes {
  let known: ReadonlyMap<string, PythonClass> | undefined;
  return {
    find(names) {
      known ??= indexOf(folders, python);
      return new Map(names.flatMap((name) => (known!.has(name) ? [[name, known!.get(name)!] as const] : [])));
    },
    forget() {
      const had = known !== undefined;
      known = undefined;
      return had;
    },
  };
}

/** Of two classes with one name the one that lies nearer to its folder. */
function indexOf(folders: readonly string[], python: PythonIn): ReadonlyMap<string, PythonClass> {
  const index = new Map<string, PythonClass>();
  for (const folder of folders)
    for (const { path, text } of python(folder))
      for (const [name, found] of classesIn(text, path)) if (!index.has(name)) index.set(name, found);
  return index;
}
