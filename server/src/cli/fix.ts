import type { CheckId } from "../core/checks";
import { linesOf } from "../core/lines";
import { besides, type Look, mend, ofKind } from "../core/mend";
import { type Message, plural, say } from "../core/message";
import type { FileReport } from "../report/file-report";
import { unifiedDiff } from "../report/unified-diff";
import { shown, type Target } from "./targets";
import { mark, writeText } from "./write-text";

interface Asked {
  readonly fix?: boolean | undefined;
  readonly "unsafe-fixes"?: boolean | undefined;
  readonly "update-shapes"?: boolean | undefined;
  readonly diff?: boolean | undefined;
}

/** The text that is to be judged, and what was done to make it so, where something was to be done. */
export type Mending = (target: Target, text: string, look: Look) => Pick<FileReport, "text" | "mended">;

/**
 * What `--fix` and `--update-shapes` do to the text of a file: writes it back mended. With `--diff` nothing is
 * written, and the text is judged as it is.
 */
export function mending(asked: Asked): Mending {
  const { fix, "unsafe-fixes": unsafe, "update-shapes": updates, diff } = asked;
  if (!fix && !unsafe && !updates && !diff) return (_, text) => ({ text });
  return ({ path, piped }, text, look) => {
    const { text: after, ...counts } = mendedAs(asked, text, look);
    const mended = { ...counts, patch: unifiedDiff(shown(path), text, after) };
    if (diff) return { text, mended };
    if (piped) return { text: after, mended: { ...mended, piped: (piped.marked ? mark : "") + after } };
    if (after !== text) writeText(path, text, after);
    return { text: after, mended };
  };
}

/** Comments are brought up to date behind the fixes, which may change what they say, and are counted by themselves. */
function mendedAs({ "unsafe-fixes": unsafe = false, ...asked }: Asked, text: string, look: Look) {
  const updates = asked["update-shapes"] === true;
  const seesFixes = updates ? besides(ofComments, look) : look;
  const fixes = !updates || asked.fix || unsafe ? mend(text, seesFixes, unsafe) : undefined;
  const fixed = fixes?.text ?? text;
  const { text: after, edits } = updates ? mend(fixed, ofKind(ofComments, look), true) : { text: fixed, edits: [] };
  const lines = linesOf(fixed);
  return {
    text: after,
    fixed: fixes?.fixed ?? 0,
    more: unsafe ? 0 : (fixes?.more ?? 0),
    circles: fixes?.circles ?? false,
    // There is one on a line.
    updated: new Set(edits.map(({ span }) => lines.at(span.from).line)).size,
  };
}

const ofComments = "stated-shape-wrong" satisfies CheckId;

export const patchOf = (files: readonly FileReport[]): string =>
  files.map(({ mended }) => mended?.patch ?? "").join("");

/** The mended text of standard input, which goes where otherwise the problems go. */
export const pipedOf = (files: readonly FileReport[]): string | undefined =>
  files.find(({ mended }) => mended?.piped !== undefined)?.mended?.piped;

/** What was done, in a sentence or two; nothing where there was nothing to do. */
export function fixesTold(files: readonly FileReport[], { diff }: Asked): readonly Message[] {
  const all = files.flatMap(({ mended, file }) => (mended ? [{ ...mended, file }] : []));
  const sum = (count: "fixed" | "more" | "updated"): number => all.reduce((total, one) => total + one[count], 0);
  const inFiles = (count: "fixed" | "updated"): Message => {
    const places = all.filter((one) => one[count]).length;
    return plural(places, say`${places} file`, say`${places} files`);
  };
  const [fixed, more, updated] = [sum("fixed"), sum("more"), sum("updated")];
  const circles = all.filter((one) => one.circles);
  const told = circles.map(({ file }) => say`convlint: ${file}: some of its fixes undo each other and were left out`);
  const problems = plural(fixed, say`${fixed} problem`, say`${fixed} problems`);
  const mended = diff
    ? say`Would fix ${problems} in ${inFiles("fixed")}`
    : say`Fixed ${problems} in ${inFiles("fixed")}`;
  const others = plural(more, say`${more} problem`, say`${more} problems`);
  if (fixed) told.push(more ? say`${mended} (${more} more with --unsafe-fixes)` : mended);
  else if (more) told.push(say`Fixed nothing; --unsafe-fixes would fix ${others}`);
  const comments = plural(updated, say`${updated} comment`, say`${updated} comments`);
  if (updated)
    told.push(
      diff ? say`Would update ${comments} in ${inFiles("updated")}` : say`Updated ${comments} in ${inFiles("updated")}`,
    );
  return told;
}
