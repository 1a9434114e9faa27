import { lineStart } from "../core/lines";
import { severities } from "../core/severity";
import type { Span } from "../core/span";
import { moduleKeys } from "../modules/keys";
import { keys, overrideKeys } from "./keys";

/** A word that fits at some place of a configuration file. */
export interface Choice {
  readonly word: string;
  readonly doc?: string;
}

export interface Choices {
  /** The word that is being written. */
  readonly span: Span;
  readonly words: readonly Choice[];
  /** Keys are followed by a colon. */
  readonly areKeys: boolean;
}

/** What there is to choose from, with a sentence for each id. */
export interface Offer {
  readonly ids: readonly Choice[];
  readonly dialects: readonly string[];
}

const docs = new Map(keys.map(({ name, doc }) => [name, doc]));
const keyed = (names: readonly string[]): readonly Choice[] =>
  names.map((word) => {
    const doc = docs.get(word);
    return { word, ...(doc !== undefined && { doc }) };
  });
const plain = (words: readonly string[]): readonly Choice[] => words.map((word) => ({ word }));

/** What fits at an offset, told by the line and the keys it stands below, so that it holds while somebody types. */
export function choicesAt(text: string, offset: number, offer: Offer): Choices | undefined {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const [, indent = "", key, typed = ""] =
    /^([ \t]*(?:-[ \t]+)?)(?:([\w-]+)[ \t]*:[ \t]+)?([\w.-]*)$/.exec(before) ?? [];
  if (/#/.test(before) || (before !== "" && indent === "" && key === undefined && typed === "")) return undefined;
  const span = { from: offset - typed.length, to: offset + /^[\w.-]*/.exec(text.slice(offset))![0].length };
  const above = keysAbove(text.slice(0, start), indent.length);
  const words = key === undefined ? keysFor(above, offer) : valuesFor(key, above, offer);
  return words && { span, words, areKeys: key === undefined };
}

function keysFor(above: readonly string[], { ids }: Offer): readonly Choice[] | undefined {
  const [owner, around] = above;
  if (owner === undefined) return keyed(keys.map(({ name }) => name));
  if (owner === "rules") return ids;
  if (owner === "overrides") return keyed(overrideKeys);
  return around === "modules" ? moduleKeys.map(({ name, doc }) => ({ word: name, doc })) : undefined;
}

function valuesFor(
  key: string,
  [owner, around]: readonly string[],
  { dialects }: Offer,
): readonly Choice[] | undefined {
  if (owner === "rules") return plain([...severities, "off"]);
  if (around === "modules") return key === "told" || key === "repeats" ? plain(["true", "false"]) : undefined;
  if (key === "dialect") return plain(dialects);
  return key === "root" ? plain(["true", "false"]) : undefined;
}

/** The keys that a line stands below, the nearest first. */
function keysAbove(above: string, indent: number): readonly string[] {
  const found: string[] = [];
  let least = indent;
  for (const line of above.split(/\r\n|\r|\n/).reverse()) {
    const [, space, key] = /^([ \t]*(?:-[ \t]+)?)([\w-]+)[ \t]*:/.exec(line) ?? [];
    if (space === undefined || key === undefined || space.length >= least) continue;
    found.push(key);
    least = space.length;
  }
  return found;
}
