import type { PythonFiles } from "../core/python-class";
import { type OtherFiles, otherFile } from "./elsewhere";
import { LazyNames } from "./lazy-names";
import type { Module } from "./syntax/ast";
import type { Namespace, Scope, Value } from "./values";

/** Files and folders in the middle of a search, and files in a run. */
const most = { steps: 12, files: 80 };

/** Files that a program imports: found where Python would look, and run when something in them is first asked for. */
export class FilesOfPython {
  private readonly known = new Map<string, Namespace | undefined>();
  /** Of the namespace of a package, its folder. */
  private readonly folders = new WeakMap<Namespace, string>();

  constructor(
    private readonly files: PythonFiles,
    private readonly others: OtherFiles,
    private readonly run: (module: Module, scope: Scope) => void,
  ) {}

  imported(path: string, level: number, from: Scope | undefined): Value | undefined {
    const file = from?.file;
    if (file === undefined) return undefined;
    const folder = folderOf(file);
    if (level) {
      const base = upwards(folder, level - 1);
      return base === undefined ? undefined : this.inFolder(base, path, path);
    }
    const root = this.files.rootOf(file);
    const found: Namespace[] = [];
    for (let at: string | undefined = folder, i = 0; at !== undefined && i < most.steps; at = upwards(at, 1), i++) {
      const here = this.inFolder(at, path, path);
      if (here && !found.includes(here)) found.push(here);
      if (at === root || !at.startsWith(root)) break;
    }
    // Whether the folder of a file comes before those above it hangs on what is started.
    return found.length > 1 && this.inFolder(folder, path, path) ? undefined : found[0];
  }

  /** A module in a package. */
  below(of: Namespace, inner: string): Value | undefined {
    const folder = this.folders.get(of);
    return folder === undefined ? undefined : this.inFolder(folder, inner, `${of.name}.${inner}`);
  }

  private inFolder(folder: string, dotted: string, name: string): Namespace | undefined {
    const inside = dotted ? `${folder}/${dotted.replaceAll(".", "/")}` : folder;
    return (dotted ? this.file(`${inside}.py`, name) : undefined) ?? this.file(`${inside}/__init__.py`, name);
  }

  file(path: string, name: string): Namespace | undefined {
    if (this.known.has(path)) return this.known.get(path);
    const text = this.known.size < most.files ? this.files.text(path) : undefined;
    const found = text === undefined ? undefined : this.read(path, name, text);
    this.known.set(path, found);
    return found;
  }

  private read(path: string, name: string, text: string): Namespace {
    const names = new LazyNames(() => {
      const file = otherFile(path, this.files.shown(path), text);
      this.others.add(file);
      names.set("__name__", name);
      this.run(file.module, { names, of: "module", file: path, global: new Set(), nonlocal: new Set() });
    });
    const found: Namespace = { kind: "namespace", name, names, open: true };
    if (path.endsWith("/__init__.py")) this.folders.set(found, folderOf(path));
    return found;
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

function upwards(folder: string, levels: number): string | undefined {
  let at = folder;
  for (let i = 0; i < levels; i++) {
    if (!at.includes("/")) return undefined;
    at = folderOf(at);
  }
  return at;
}
