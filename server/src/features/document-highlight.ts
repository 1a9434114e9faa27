import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { readersAt } from "./readers";
import { rangeOf, type Snapshot } from "./snapshot";

/** The layer under the cursor as what is written, and every place that reads it. */
export function documentHighlights(snapshot: Snapshot, offset: number): DocumentHighlight[] {
  const readers = snapshot.isProgram ? undefined : readersAt(snapshot, offset);
  if (!readers) return [];
  const { words, places } = readers;
  return [
    ...(words ? [{ range: rangeOf(snapshot.lines, words), kind: DocumentHighlightKind.Write }] : []),
    ...places.map((span) => ({ range: rangeOf(snapshot.lines, span), kind: DocumentHighlightKind.Read })),
  ];
}
