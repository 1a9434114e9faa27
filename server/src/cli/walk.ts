import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Message, say } from "../core/message";
import { type Ignored, ignoredIn } from "./git-ignore";
import { reasonOf } from "./read-text";

/** What others wrote and somebody installed: the library of a model brings a hundred models of its own. */
const passedOver: ReadonlySet<string> = new Set([
  "node_modules",
  "site-packages",
  "venv",
  ".venv",
  "__pycache__",
  ".git",
]);

/** What lies in a folder that a program has installed Python into, whatever the folder is called. */
const installed: ReadonlySet<string> = new Set(["pyvenv.cfg", "conda-meta"]);

export interface Walk {
  /** Whether a file, by its path from the folder, is one to look at. */
  readonly wanted: (path: string) => boolean;
  /** Whether folders are entered whose names begin with a dot. */
  readonly hidden: boolean;
  /** Told of what is there and cannot be looked at. */
  complain(path: string, reason: Message): void;
}

/** Everything that is wanted below a folder and that git does not leave out, sorted. Links to folders are not followed. */
export function filesBelow(folder: string, walk: Walk): readonly string[] {
  const found: string[] = [];
  enter(folder, "", ignoredIn(folder), walk, found);
  return found.sort();
}

function enter(folder: string, inside: string, ignored: Ignored, walk: Walk, found: string[]): void {
  const entries = entriesOf(folder, walk);
  if (inside && entries.some(({ name }) => installed.has(name))) return;
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder, name);
    const shown = inside + name;
    if (entry.isDirectory()) {
      if (passedOver.has(name) || (name.startsWith(".") && !walk.hidden) || ignored.has(name, true)) continue;
      enter(path, `${shown}/`, ignored.into(name), walk, found);
    } else if (walk.wanted(shown) && !ignored.has(name, false) && isFile(entry, path, walk)) found.push(path);
  }
}

function entriesOf(folder: string, { complain }: Walk): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    complain(folder, reasonOf(error));
    return [];
  }
}

/** A link counts as what it leads to; a link to a folder is nothing here, so that no walk goes round in a circle. */
function isFile(entry: Dirent, path: string, { complain }: Walk): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) {
    complain(path, say`it is no file`);
    return false;
  }
  try {
    const target = statSync(path);
    if (!target.isFile() && !target.isDirectory()) complain(path, say`it is a link to what is no file`);
    return target.isFile();
  } catch (error) {
    complain(path, reasonOf(error, true));
    return false;
  }
}
