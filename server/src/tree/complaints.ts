import { type ParseError, parseTree } from "jsonc-parser";
import { parseDocument } from "yaml";
import { beyondLimits } from "./limits";

/** Where any reader of the language finds that the text is none of it: what an editor says of a file without us. */
export function complaintsOf(text: string, isJson: boolean): readonly number[] {
  if (beyondLimits(text)) return [];
  if (!isJson) return parseDocument(text, { prettyErrors: false, logLevel: "error" }).errors.map(({ pos }) => pos[0]);
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  return errors.map(({ offset }) => offset);
}
