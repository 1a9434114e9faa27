import type { Location, LocationLink, Position } from "vscode-languageserver-types";
import type { Elsewhere, PythonClass } from "../core/python-class";
import { uriOf } from "./uri";

type Place = Elsewhere["start"];
const position = ({ line, column }: Place): Position => ({ line, character: column });

/** A place in another file as the protocol has it. */
export const locationOf = ({ file, start, end }: Elsewhere): Location => ({
  uri: uriOf(file),
  range: { start: position(start), end: position(end) },
});

/** Where a class is, for those who have its file. */
export function classAt(
  { file, line, column = 0 }: PythonClass,
  name: string,
): Omit<LocationLink, "originSelectionRange"> | undefined {
  if (file === undefined) return undefined;
  const start = { line: line - 1, character: column };
  const range = { start, end: { line: line - 1, character: column + name.length } };
  return { targetUri: uriOf(file), targetRange: range, targetSelectionRange: range };
}
