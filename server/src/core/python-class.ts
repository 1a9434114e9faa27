/** A class in a file of the workspace, found by its text: nothing of it is run. */
export interface PythonClass {
  /** The file as a person would name it. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** What its constructor takes by position beside itself, as `name`, `name = default` or `*rest`; absent where it has none of its own. */
  readonly args?: readonly string[];
}

/** Finds classes by their names; those that are nowhere are left out. */
export type FindClasses = (names: readonly string[]) => ReadonlyMap<string, PythonClass>;

/** An unknown name for which there is a class. */
export interface Undeclared {
  readonly name: string;
  readonly source: PythonClass;
  /** How many arguments the row gives. */
  readonly given: number;
}
