import type { Edit } from "../core/problem";
import { putEntry, putUnder } from "../tree/put-entry";
import { entryOf, get, isMissing } from "../tree/tree";
import { parseYaml } from "../tree/yaml";

/** The text of a configuration in which an id is off: an edit of it, or of an empty text. */
export function switchOff(text: string, id: string): Edit | undefined {
  const said = entryOf(get(parseYaml(text).root, "rules"), id);
  if (!said) return putEntry(text, "rules", { lines: [`${id}: off`], flow: `${id}: off` });
  const severity = said.value.kind === "map" ? entryOf(said.value, "severity") : said;
  if (!severity) return putUnder(text, said, { lines: ["severity: off"], flow: "severity: off" });
  const { keySpan, value } = severity;
  if (!isMissing(value)) return { span: value.span, text: "off" };
  const after = keySpan.to + (text[keySpan.to] === ":" ? 1 : 0);
  return { span: { from: after, to: after }, text: " off" };
}
