import type { Location } from "vscode-languageserver-types";
import { readersAt } from "./readers";
import { rangeOf, type Snapshot } from "./snapshot";

/** Every place that reads the layer under the cursor, and the layer itself where it is asked for. */
export function references(snapshot: Snapshot, uri: string, offset: number, itself: boolean): Location[] {
  const readers = snapshot.isProgram ? undefined : readersAt(snapshot, offset);
  if (!readers) return [];
  const { words, places } = readers;
  return [...(itself && words ? [words] : []), ...places].map((span) => ({
    uri,
    range: rangeOf(snapshot.lines, span),
  }));
}
