import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { say } from "../core/message";
import { decode, Unreadable } from "./read-text";

/** A file as it was at a revision; an empty revision is what is staged. */
export interface Revised {
  readonly revision: string;
  readonly file: string;
}

/** `main:models/a.yaml`. A file that is called so is that file, and `C:\a.yaml` stands on a drive. */
export function revisedIn(path: string): Revised | undefined {
  const colon = path.lastIndexOf(":");
  if (colon < 0 || /^[A-Za-z]:[\\/]/.test(path) || existsSync(path)) return undefined;
  return { revision: path.slice(0, colon), file: path.slice(colon + 1) };
}

/** Larger than any model. */
const largest = 64 * 2 ** 20;

/** The file is looked for from the current folder, then from the top of the repository, as git does. */
export function revisedText({ revision, file }: Revised): string {
  if (!git("rev-parse", "--git-dir")) throw new Unreadable(say`this folder is in no git repository`);
  // What begins like an option would be taken for one.
  const isThere = revision === "" || (!revision.startsWith("-") && git("rev-parse", "--verify", `${revision}^{tree}`));
  if (!isThere)
    throw new Unreadable(
      isShallow()
        ? say`there is no revision ${revision}; this clone is shallow: git fetch --unshallow, or fetch that revision`
        : say`there is no revision ${revision}`,
    );
  const path = isAbsolute(file) ? relative(process.cwd(), resolve(file)) : file;
  const slashed = path.replaceAll("\\", "/");
  const text = shownAt(revision, `./${slashed}`) ?? shownAt(revision, slashed);
  if (text) return decode(text);
  throw new Unreadable(
    revision === "" ? say`there is no file ${file} in what is staged` : say`there is no file ${file} in ${revision}`,
  );
}

const isShallow = (): boolean => git("rev-parse", "--is-shallow-repository")?.toString().trim() === "true";

/** A folder is shown too, as the list of its files, and is no file. */
function shownAt(revision: string, path: string): Buffer | undefined {
  const name = `${revision}:${path}`;
  if (git("cat-file", "-t", name)?.toString().trim() !== "blob") return undefined;
  return git("show", "--no-textconv", name);
}

// A program of that name that lies in the current folder is not asked, as Windows would.
process.env["NoDefaultCurrentDirectoryInExePath"] = "1";

/** What git answers; nothing where it refuses. No shell is between, so that a name is nothing but a name. */
function git(...args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync("git", args, { stdio: ["ignore", "pipe", "ignore"], maxBuffer: largest });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Unreadable(say`git is not there to ask for it`);
    if (code === "ENOBUFS") throw new Unreadable(say`it has more than ${largest / 2 ** 20} MiB, too much for a model`);
    if (typeof code === "string") throw new Unreadable(say`git cannot be asked for it (${code})`);
    return undefined;
  }
}
