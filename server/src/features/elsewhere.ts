import type { Location, Position } from "vscode-languageserver-types";
import type { Elsewhere } from "../core/python-class";

type Place = Elsewhere["start"];
const position = ({ line, column }: Place): Position => ({ line, character: column });

/** A place in another file as the protocol has it. */
export const locationOf = ({ file, start, end }: Elsewhere, uriOf = (path: string): string => path): Location => ({
  uri: uriOf(file),
  range: { start: position(start), end: position(end) },
});
