import { type Asked, analyse } from "../analysis/analyse";
import type { DeclaredModules } from "../core/declared";
import type { Reading } from "../core/graph";
import { type Edit, type Problem, withFixes } from "../core/problem";
import { readPython } from "../python/read";
import { offeredIn } from "../python/rows/offered";
import { ownModules } from "../python/rows/own-modules";
import { parsePython } from "../python/syntax/parse";
import { words } from "../python/world";
import { rules } from "../rules/index";
import type { Options, Understood } from "../service";
import { memories } from "./memories";
import { trier } from "./tried";

export { commentedPython } from "./silence-python";

type Own = Parameters<typeof ownModules>;

/** Modules for rows that name classes of the workspace. */
export const modulesOf = (files: Own[0], sources: Own[1], read: Own[2]): DeclaredModules =>
  ownModules(files, sources, read, memories);

export { offeredIn };

/** Whether some of a text is no Python, which is asked of one version more than once. */
export function isBroken(text: string): boolean {
  if (last?.text !== text) last = { text, isBroken: parsePython(text).errors.length > 0 };
  return last.isBroken;
}

let last: { readonly text: string; readonly isBroken: boolean } | undefined;

/** A file of Python, in which nothing is rewritten. */
export function understandPython(
  path: string,
  text: string,
  asked: Asked,
  { scale, files, input, instead = false }: Pick<Options, "scale" | "files" | "input" | "instead"> = {},
): Understood {
  const beside = files && { file: path.replaceAll("\\", "/"), files };
  const run = (text: string): Reading => readPython(text, memories, beside, input && { sizes: input, instead });
  const reading = ofModel(run(text), scale);
  const { models, ...found } = analyse(reading, rules, asked, memories);
  const problems = found.problems.map((one) => withCertainFixes(one, text));
  const read = (text: string) => analyse(run(text), rules, asked, memories).problems;
  const mendable = trier(text, problems, words.written!, read);
  const first = models[0]?.id;
  return {
    format: "python",
    ...(first !== undefined && { scale: first }),
    isProgram: true,
    analysis: {
      models,
      problems,
      suppressed: found.suppressed,
    },
    comments: reading.comments,
    ...(reading.unread && { unread: reading.unread }),
    mendable: (asked) => asked.map(mendable),
    place: () => undefined,
  };
}

/** Of several models the one that is asked for, where it is there. */
function ofModel(reading: Reading, asked: string | undefined): Reading {
  const models = reading.models.filter(({ id }) => id !== undefined && id === asked);
  return models.length ? { ...reading, models } : reading;
}

/** Of what lints want only what is written out is changed: a name stands for other values elsewhere. What else may mend a problem is tried. */
function withCertainFixes({ fixes = [], repairs: _, ...problem }: Problem, text: string): Problem {
  if (problem.trials) return problem;
  const isWrittenOut = (from: number, to: number): boolean =>
    /^(?:[\d\s+*/()-]+|True|False)$/.test(text.slice(from, to));
  const certain = fixes.filter(({ edits }) => edits.every(({ span }) => isWrittenOut(span.from, span.to)));
  return withFixes(
    problem,
    certain.map((fix) => ({ ...fix, edits: fix.edits.map(inPython), safe: false })),
  );
}

const inPython = (edit: Edit): Edit =>
  edit.text === "true" || edit.text === "false" ? { ...edit, text: words.literals![edit.text] } : edit;
