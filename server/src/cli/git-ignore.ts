import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ignore, { type Ignore } from "ignore";

/** What the files named .gitignore leave out, seen from one folder. */
export interface Ignored {
  /** Whether git would leave out something in this folder. */
  has(name: string, isFolder: boolean): boolean;
  /** The same, seen from a folder in it. */
  into(name: string): Ignored;
}

interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** To those systems `Model.yaml` and `model.yaml` are one file, and so git takes them. */
const ignorecase = process.platform === "win32" || process.platform === "darwin";

/**
 * What is left out in a folder that somebody names. Of a folder that is itself left out everything is wanted that
 * its own files do not exclude; outside of a repository nothing is left out.
 */
export function ignoredIn(folder: string): Ignored {
  const whole = resolve(folder);
  const root = repositoryOf(whole);
  if (root === undefined) return nothing;
  const names = relative(root, whole).split(/[\\/]/).filter(Boolean);
  let path = root;
  let seen = level(root, [...rulesFrom(root, excludeOf(root)), ...rulesFrom(root, join(root, ".gitignore"))]);
  for (const name of names) {
    path = join(path, name);
    seen = seen.has(name, true) ? level(path, rulesFrom(path, join(path, ".gitignore"))) : seen.into(name);
  }
  return seen;
}

const nothing: Ignored = {
  has: () => false,
  // A repository may lie inside of a folder that is none.
  into: () => nothing,
};

function level(folder: string, rules: readonly Rules[]): Ignored {
  return {
    has: (name, isFolder) => verdict(rules, join(folder, name), isFolder)?.ignored === true,
    into(name) {
      const inside = join(folder, name);
      if (existsSync(join(inside, ".git"))) return ignoredIn(inside);
      const above = verdict(rules, inside, true);
      // What a nearer file takes in again, the farther ones no longer leave out with all that is in it.
      const kept = above?.by === undefined ? rules : rules.slice(rules.indexOf(above.by));
      return level(inside, [...kept, ...rulesFrom(inside, join(inside, ".gitignore"))]);
    },
  };
}

/** The nearest file that says anything has the last word. */
function verdict(rules: readonly Rules[], path: string, isFolder: boolean) {
  for (const by of [...rules].reverse()) {
    const inside = relative(by.folder, path).replaceAll("\\", "/");
    const { ignored, unignored } = by.matcher.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return { ignored, ...(unignored && { by }) };
  }
  return undefined;
}

/** Nothing where there is no such file; one that cannot be read says nothing, as to git. */
function rulesFrom(folder: string, file: string): readonly Rules[] {
  try {
    const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
    return [{ folder, matcher: ignore({ ignorecase }).add(text) }];
  } catch {
    return [];
  }
}

/** The nearest folder, from this one upwards, with something called .git in it. */
function repositoryOf(folder: string): string | undefined {
  for (let here = folder; ; here = join(here, "..")) {
    if (existsSync(join(here, ".git"))) return here;
    if (here === join(here, "..")) return undefined;
  }
}

/** Of a work tree beside the first one, .git is a file that says where the rest lies. */
function excludeOf(root: string): string {
  const git = join(root, ".git");
  try {
    if (statSync(git).isDirectory()) return join(git, "info/exclude");
    const own = resolve(root, /^gitdir: (.*)$/m.exec(readFileSync(git, "utf8"))?.[1] ?? "");
    const shared = join(own, "commondir");
    return join(existsSync(shared) ? resolve(own, readFileSync(shared, "utf8").trim()) : own, "info/exclude");
  } catch {
    return join(git, "info/exclude");
  }
}
