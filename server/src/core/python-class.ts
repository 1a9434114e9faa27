/** A class in a file of the workspace, found by its text: nothing of it is run. */
export interface PythonClass {
  /** The file as a person would name it. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where the name begins in its line, counted from 0. */
  readonly column?: number;
  /** What its constructor takes by position beside itself, as `name`, `name = default` or `*rest`; absent where it has none of its own. */
  readonly args?: readonly string[];
  /** The first paragraph of what it says of itself. */
  readonly doc?: string;
  /** Other files have other classes of this name. */
  readonly ambiguous?: true;
  /** Its text, in so many words that another text has others. */
  readonly print?: string;
  /** What it inherits from, as written. */
  readonly bases?: readonly string[];
  /** The path by which the text of the file is asked for. */
  readonly file?: string;
}

/** Finds classes by their names; those that are nowhere are left out. */
export type FindClasses = (names: readonly string[]) => ReadonlyMap<string, PythonClass>;

/** Files of Python around a model, as far as they can be had without waiting. One object is one state of them. */
export interface PythonFiles {
  /** The text of a file by its path, with slashes; nothing where there is none, or none yet. */
  text(path: string): string | undefined;
  /** The folder beyond which nothing that is imported from a file is looked for. */
  rootOf(path: string): string;
  /** The file as a person would name it. */
  shown(path: string): string;
  /** Classes at the outermost level of files, by name. */
  classes?(): ReadonlyMap<string, PythonClass>;
  /** Files that define a function of a name at the outermost level, the nearest first. */
  defining?(name: string): readonly string[];
}

/** A place in another file. Lines and columns are counted from 0. */
export interface Elsewhere {
  /** The path by which the text of the file is asked for. */
  readonly file: string;
  /** The file as a person would name it. */
  readonly path: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  /** The line that it begins in. */
  readonly text: string;
}

/** An unknown name for which there is a class. */
export interface Undeclared {
  readonly name: string;
  readonly source: PythonClass;
  /** How many arguments the row gives. */
  readonly given: number;
}
