import { linesOf } from "../core/lines";
import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import type { RuleSet } from "../core/rule";
import type { Span } from "../core/span";
import { type Disk, type FoundSettings, folderOf } from "./find";
import type { Known } from "./reading";
import { isSettingsName } from "./settings";

interface Loading {
  readonly known: Known;
  readonly disk: Disk;
  /** Of the file that all begins with. */
  readonly report: Report;
  readonly read: (path: string, text: string) => FoundSettings;
}

/** Nobody builds on more; and every level could name every file again. */
const most = { deep: 10, files: 100 };

/** What a configuration extends, in the order in which it counts. What cannot be is reported at its place, and the rest holds. */
export function loadBase(first: FoundSettings, { known, disk, report, read }: Loading): readonly FoundSettings[] {
  let files = 0;
  const extended = (file: FoundSettings, chain: readonly string[], report: Report): readonly FoundSettings[] =>
    file.settings.extends.flatMap((extension): readonly FoundSettings[] => {
      if ("set" in extension) return [setOf(extension.set, extension.span, file, known)];
      const { span, file: written } = extension;
      const wrong = (message: Problem["message"]): readonly FoundSettings[] => {
        report(problem("wrong-setting", span, message));
        return [];
      };
      const path = joined(file.path, written);
      if (path === undefined || !path.startsWith(`${folderOf(file.path)}/`))
        return wrong(say`${written} does not lie in the folder of this file, and is not read`);
      if (path === file.path) return wrong(say`the configuration extends itself`);
      if (chain.includes(path)) return wrong(say`${written} extends this file in turn, and is read only once`);
      if (chain.length > most.deep || ++files > most.files)
        return wrong(say`${written} is one of too many files that are extended, and is not read`);
      const text = textAt(path, disk);
      if (text === "unreadable") return wrong(say`${written} cannot be read`);
      if (text === undefined) return disk.lacks?.(path) ? wrong(say`there is no file ${written} here`) : [];
      const found = read(path, text.text);
      const problems: Problem[] = [...found.problems];
      const base = extended(found, [...chain, path], (one) => problems.push(one));
      // An editor does not know that another file is one of ours, so that what is wrong in it is told here.
      if (!isSettingsName(path))
        problems
          .splice(0)
          .slice(0, 1)
          .forEach((one) => report(elsewhere(one, text.text, written, span)));
      return [{ ...found, problems, base }];
    });
  return extended(first, [first.path], report);
}

function elsewhere({ severity, message, span: there }: Problem, text: string, file: string, span: Span): Problem {
  const line = String(linesOf(text).at(there.from).line + 1);
  return { ...problem("wrong-setting", span, say`${file}, line ${line}: ${message}`), severity };
}

function textAt(path: string, { read }: Disk): { readonly text: string } | "unreadable" | undefined {
  try {
    const text = read(path);
    return text === undefined ? undefined : { text };
  } catch {
    return "unreadable";
  }
}

/** A path as it is written in a file; nothing where it is no relative one. */
function joined(from: string, written: string): string | undefined {
  const forward = written.replaceAll("\\", "/");
  if (/^(\/|~|[A-Za-z][\w+.-]*:)/.test(forward)) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of forward.split("/")) {
    if (part === "..") {
      if (parts.length <= 1) return undefined;
      parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The rules of a set, as if they were written where the set is named. */
function setOf(set: RuleSet, span: Span, { path, folder, text }: FoundSettings, { rules }: Known): FoundSettings {
  const all = rules.filter((rule) => set === "all" || rule.set === set);
  return {
    path,
    folder,
    text,
    problems: [],
    settings: {
      root: false,
      extends: [],
      ignore: [],
      overrides: [],
      rules: Object.fromEntries(all.map(({ id, severity }) => [id, severity])),
      ruleOptions: {},
      places: new Map(all.map(({ id }) => [`rules.${id}`, span])),
    },
  };
}
