import { lineStart } from "../../../core/lines";
import { say } from "../../../core/message";
import { type Fix, problem } from "../../../core/problem";
import { entryOf, isMissing } from "../../../tree/tree";
import type { Check } from "./check";

/**
 * The parser puts the rows of `head` behind those of `backbone`, and fails where there is no such list. Said of a model
 * that is complete otherwise, as somebody who has just begun will come to its head in time.
 */
export const missingHead: Check = ({ document: { root, text }, file: { rows }, dialect: { vocabulary } }, report) => {
  const [backbone, head] = [entryOf(root, "backbone"), entryOf(root, "head")];
  const last = rows.at(-1);
  if (!backbone || !last || (head && !isMissing(head.value))) return;
  if (!vocabulary.spellings.get(last.module)?.op.traits.includes("head")) return;
  const message = say`the rows of a head stand under a key head of their own, before ${last.module} at the latest`;
  const fix = head ? undefined : beginningAt(last.span.from, text, last.module);
  report(problem("missing-key", (head ?? backbone).keySpan, message, fix));
};

/** A row keeps its number wherever the second list begins. */
function beginningAt(row: number, text: string, module: string): Fix | undefined {
  const from = lineStart(text, row);
  if (!/^[ \t]*-[ \t]*$/.test(text.slice(from, row))) return undefined;
  return {
    title: say`Begin head before ${module}`,
    edits: [{ span: { from, to: from }, text: `head:${text.includes("\r\n") ? "\r\n" : "\n"}` }],
    safe: true,
  };
}
