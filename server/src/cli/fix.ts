import { type Look, type Mended, mend } from "../core/mend";
import type { FileReport } from "../report/file-report";
import { plural } from "../report/numbers";
import { unifiedDiff } from "../report/unified-diff";
import { shown, type Target } from "./targets";
import { mark, writeText } from "./write-text";

interface Asked {
  readonly fix?: boolean | undefined;
  readonly "unsafe-fixes"?: boolean | undefined;
  readonly diff?: boolean | undefined;
}

/** The text that is to be judged, and what was done to make it so, where something was to be done. */
export type Mending = (target: Target, text: string, look: Look) => Pick<FileReport, "text" | "mended">;

/**
 * What `--fix` does to the text of a file: writes it back mended. With `--diff` nothing is written, and the text is
 * judged as it is.
 */
export function mending({ fix, "unsafe-fixes": unsafe = false, diff }: Asked): Mending {
  if (!fix && !unsafe && !diff) return (_, text) => ({ text });
  return ({ path, piped }, text, look) => {
    const done = mend(text, look, unsafe);
    const mended = { ...countsOf(done, unsafe), patch: unifiedDiff(shown(path), text, done.text) };
    if (diff) return { text, mended };
    if (piped) return { text: done.text, mended: { ...mended, piped: (piped.marked ? mark : "") + done.text } };
    if (done.text !== text) writeText(path, text, done.text);
    return { text: done.text, mended };
  };
}

const countsOf = ({ fixed, more, circles }: Mended, unsafe: boolean) => ({ fixed, more: unsafe ? 0 : more, circles });

export const patchOf = (files: readonly FileReport[]): string =>
  files.map(({ mended }) => mended?.patch ?? "").join("");

/** The mended text of standard input, which goes where otherwise the problems go. */
export const pipedOf = (files: readonly FileReport[]): string | undefined =>
  files.find(({ mended }) => mended?.piped !== undefined)?.mended?.piped;

/** What was done, in a sentence; nothing where there was nothing to do. */
export function fixesTold(files: readonly FileReport[], { diff }: Asked): string {
  const all = files.flatMap(({ mended, file }) => (mended ? [{ ...mended, file }] : []));
  const done = all.filter(({ fixed }) => fixed > 0);
  const [fixed, more] = [done, all].map((some, i) => some.reduce((sum, one) => sum + (i ? one.more : one.fixed), 0));
  const circles = all.filter((one) => one.circles);
  const told = circles.map(({ file }) => `convlint: ${file}: some of its fixes undo each other and were left out\n`);
  if (fixed) told.push(`${diff ? "Would fix" : "Fixed"} ${plural(fixed, "problem")} in ${plural(done.length, "file")}`);
  if (fixed && more) told.push(` (${more} more with --unsafe-fixes)`);
  else if (more) told.push(`Fixed nothing; --unsafe-fixes would fix ${plural(more, "problem")}`);
  return fixed || more ? `${told.join("")}\n` : told.join("");
}
