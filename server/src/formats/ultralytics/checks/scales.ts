import type { Span } from "../../../core/span";
import { entriesOf } from "../../../tree/tree";
import { names } from "../dialect";
import type { Written } from "./check";

/** Versions that have scales in one file. */
export const scaling = names("ultralytics-8.4 ultralytics-8.3 yolov10 yolov12");

/** The scales of a file whose version looks for one of them by its letter. */
export function scalesIn({
  document: { root },
  file,
  dialect,
}: Written): { readonly span: Span; readonly letters: readonly string[] } | undefined {
  const letters = file.scales.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const key = entriesOf(root).findLast((entry) => entry.key === "scales");
  return key && letters.length && scaling.has(dialect.vocabulary.id) ? { span: key.keySpan, letters } : undefined;
}
