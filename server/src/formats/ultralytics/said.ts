import { entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";

/** What tells the dialects apart, whatever the order and the form in which it is written. */
export interface Said {
  /** At the top level of the file. */
  readonly keys: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  /** Modules that are given the anchors of the file. */
  readonly anchored: ReadonlySet<string>;
}

export function saidIn(root: Tree | undefined): Said {
  const modules = new Set<string>();
  const anchored = new Set<string>();
  for (const row of ["backbone", "head"].flatMap((part) => itemsOf(get(root, part)))) {
    const [, , module, args] = itemsOf(row);
    const name = textOf(module);
    if (name === undefined) continue;
    modules.add(name);
    if (itemsOf(args).some((arg) => textOf(arg) === "anchors")) anchored.add(name);
  }
  return { keys: new Set(entriesOf(root).map(({ key }) => key)), modules, anchored };
}

export const any = (found: ReadonlySet<string>, wanted: Iterable<string>): boolean =>
  [...wanted].some((one) => found.has(one));
