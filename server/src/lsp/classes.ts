import type { FindClasses, PythonClass, PythonFiles } from "../core/python-class";
import { classesIn, functionsIn } from "../modules/python";

/** The classes below some folders, looked for when somebody first asks. */
export interface Classes {
  readonly find: FindClasses;
  /** The files as they are now: another object once something in them has changed. */
  files(): PythonFiles;
  /** Whether anything was known that may have changed: in one file, or in any. */
  forget(path?: string): boolean;
}

/** A file of Python, and where it lies below the folder that was searched. */
export interface PythonFile {
  readonly path: string;
  readonly text: string;
}

/** Files of Python below a folder. */
export type PythonIn = (folder: string) => Iterable<PythonFile>;

/** Where texts come from beside the folders that are searched. */
export interface Texts {
  /** The text of a file by its path; one that somebody edits as it is now. */
  text?(path: string): string | undefined;
  /** Files that are being edited, which need not be anywhere else. */
  open?(): readonly string[];
  /** How people know a file, by its path. */
  shown?(path: string): string;
}

interface Index {
  readonly classes: ReadonlyMap<string, PythonClass>;
  readonly functions: ReadonlyMap<string, readonly string[]>;
}

export function classesBelow(folders: readonly string[], python: PythonIn, texts: Texts = {}): Classes {
  let found: readonly PythonFile[] | undefined;
  let files: PythonFiles | undefined;
  let index: Index | undefined;
  let textsBelow: ReadonlyMap<string, string> | undefined;
  const looked = new Set<string>();
  const below = () => (found ??= folders.flatMap((folder) => filesIn(folder, python)));
  const textBelow = (path: string) => (textsBelow ??= new Map(below().map(({ path, text }) => [path, text]))).get(path);
  const indexed = () => (index ??= indexOf(below(), texts, folders));

  const make = (): PythonFiles => ({
    text(path) {
      looked.add(path);
      return texts.text?.(path) ?? textBelow(path);
    },
    rootOf: (path) => folderOf(path, folders) ?? path.slice(0, Math.max(path.lastIndexOf("/"), 0)),
    shown: (path) => shownIn(path, folders, texts),
    classes: () => indexed().classes,
    defining: (name) => indexed().functions.get(name) ?? [],
  });
  return {
    find(names) {
      const { classes } = indexed();
      return new Map(names.flatMap((name) => (classes.has(name) ? [[name, classes.get(name)!] as const] : [])));
    },
    files: () => (files ??= make()),
    forget(path) {
      const had = index !== undefined || (path === undefined ? looked.size > 0 : looked.has(path));
      if (path === undefined) found = textsBelow = undefined;
      index = files = undefined;
      looked.clear();
      return had;
    },
  };
}

const filesIn = (folder: string, python: PythonIn): readonly PythonFile[] =>
  [...python(folder)].map(({ path, text }) => ({ path: `${folder}/${path}`, text }));

const folderOf = (path: string, folders: readonly string[]): string | undefined =>
  folders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];

function shownIn(path: string, folders: readonly string[], { shown }: Texts): string {
  const folder = folderOf(path, folders);
  return shown?.(path) ?? (folder === undefined ? path : path.slice(folder.length + 1));
}

/** What was found in a text is found again only where that is another. */
const known = new Map<string, { readonly text: string; readonly found: ReturnType<typeof lookedAt> }>();
const most = 5_000;

const lookedAt = (text: string, path: string) => ({ classes: classesIn(text, path), functions: functionsIn(text) });

function inFile(text: string, file: string, path: string) {
  const before = known.get(file);
  if (before?.text === text) return before.found;
  const found = lookedAt(text, path);
  if (known.size >= most) known.clear();
  known.set(file, { text, found });
  return found;
}

/** Of two classes with one name the one that lies nearer to its folder. */
function indexOf(files: readonly PythonFile[], texts: Texts, folders: readonly string[]): Index {
  const classes = new Map<string, PythonClass>();
  const functions = new Map<string, string[]>();
  const paths = new Set(files.map(({ path }) => path));
  const edited = new Set(texts.open?.());
  const unsaved = [...edited].filter((path) => !paths.has(path) && folderOf(path, folders) !== undefined);
  for (const { path, text } of [...files, ...unsaved.map((path) => ({ path, text: "" }))]) {
    const open = edited.has(path) ? texts.text?.(path) : undefined;
    const found = inFile(open ?? text, path, shownIn(path, folders, texts));
    for (const [name, one] of found.classes) {
      const before = classes.get(name);
      if (!before) classes.set(name, { ...one, file: path });
      else if (before.print !== one.print && !before.ambiguous) classes.set(name, { ...before, ambiguous: true });
    }
    for (const name of found.functions) functions.set(name, [...(functions.get(name) ?? []), path]);
  }
  return { classes, functions };
}
