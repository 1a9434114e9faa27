import { inRow, type Message, plural, render, say, verbatim } from "../core/message";
import { ours, slugOf } from "./anki";
import type { Card, Deck, DeckProblem } from "./card";
import { toMarkdown, unknownTags } from "./html";
import { type Record, recordsOf } from "./separated";

const separators: { readonly [name: string]: string } = {
  tab: "\t",
  comma: ",",
  semicolon: ";",
  space: " ",
  pipe: "|",
  colon: ":",
};

interface Head {
  readonly keys: ReadonlyMap<string, string>;
  /** Where the records begin. */
  readonly end: number;
}

/** Lines with `#key:value` before the first record say how the others are written. */
function headOf(text: string): Head {
  const keys = new Map<string, string>();
  let end = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    const line = /^#([^:\r\n]*)(?::([^\r\n]*))?(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 10_000));
    if (!line?.[0]) return { keys, end };
    keys.set(line[1]!.trim().toLowerCase(), (line[2] ?? "").trim());
    end += line[0].length;
  }
}

/** Which column holds what, from 0; absent where none does. */
interface Columns {
  readonly question: number;
  readonly answer: number;
  readonly tags?: number;
  readonly id?: number;
}

/**
 * Reads what Anki exports as text, or a table with commas, semicolons or tabs, as a deck. Never throws: a line without a
 * question or an answer is reported and left out. A table may name its columns `id`, `question`, `answer` and `tags`.
 */
export function importText(text: string, name?: string): Deck {
  const { keys, end } = headOf(text);
  const separator = separatorOf(keys.get("separator"), text.slice(end));
  const records = recordsOf(text, separator, end);
  const named = keys.size ? undefined : namedColumns(records[0]);
  const columns = named ?? columnsOf(keys);
  const html = keys.get("html") !== "false";
  const cards: Card[] = [];
  const problems: DeckProblem[] = [];
  const ids = new Set<string>();
  const asked = new Map<string, { readonly line: number; readonly answer: string }>();
  for (const record of named ? records.slice(1) : records) {
    const tell = (message: Message) => void problems.push(problemAt(record, message));
    const read = cardOf(record, columns, html, keys.get("tags") ?? "");
    if (record.loose) tell(say`a field goes on behind its closing quote; it is taken letter by letter`);
    for (const lost of lostIn(record, html)) tell(lost);
    if ("words" in read) {
      tell(read);
      continue;
    }
    const other = asked.get(read.question);
    if (other?.answer === read.answer) {
      tell(say`this line says what line ${String(other.line)} says, and is taken once`);
      continue;
    }
    const id = unique(read.id, ids);
    if (other) tell(say`line ${String(other.line)} asks the same; this card is called ${id}`);
    else if (id !== read.id) tell(say`another card is called ${read.id}; this one is called ${id}`);
    asked.set(read.question, other ?? { line: record.line, answer: read.answer });
    ids.add(id);
    cards.push({ ...read, id });
  }
  const deck = keys.get("deck") || name;
  return { ...(deck !== undefined && { name: deck }), cards, problems };
}

/** What of a line is no part of a card: pictures, sounds, and tags that say how something looks. */
function lostIn({ fields }: Record, html: boolean): readonly Message[] {
  const all = fields.join("\n");
  const named = (pattern: RegExp): readonly string[] => [
    ...new Set([...all.matchAll(pattern)].map(([, name]) => name!)),
  ];
  const pictures = html ? named(/<img\b[^<>]*?\bsrc\s*=\s*["']?([^"'<>]+?)["']?(?=[\s<>/])/gi) : [];
  const media = html ? named(/<(?:audio|video|source)\b[^<>]*?\bsrc\s*=\s*["']?([^"'\s<>]+)/gi) : [];
  const sounds = [...media, ...named(/\[sound:([^\]\r\n]+)\]/gi)];
  const tags = html ? unknownTags(all) : [];
  const files = inRow(pictures.map(verbatim));
  const marks = inRow(tags.map((tag) => verbatim(`<${tag}>`)));
  const without = (count: number, one: Message, many: Message) => (count ? [plural(count, one, many)] : []);
  return [
    ...without(
      pictures.length,
      say`the picture ${files} is not brought along; it belongs beside the deck`,
      say`the pictures ${files} are not brought along; they belong beside the deck`,
    ),
    ...(sounds.length ? [say`cards have no sounds, so this is left out: ${inRow(sounds.map(verbatim))}`] : []),
    ...without(
      tags.length,
      say`${marks} is left out, and what stands in it is kept`,
      say`${marks} are left out, and what stands in them is kept`,
    ),
    ...(/\{\{c\d+::/.test(all)
      ? [say`a gap to be filled in, ${"{{c1::…}}"}, stays as it is written; cards have none`]
      : []),
  ];
}

function separatorOf(asked: string | undefined, text: string): string {
  if (asked !== undefined) return separators[asked.toLowerCase()] ?? (asked === "\\t" ? "\t" : asked[0] || "\t");
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  return ["\t", ";", ","].find((one) => first.includes(one)) ?? ",";
}

function namedColumns(first: Record | undefined): Columns | undefined {
  const names = (first?.fields ?? []).map((field) => field.trim().toLowerCase());
  const at = (...words: readonly string[]) => names.findIndex((name) => words.includes(name));
  const [question, answer] = [at("question", "front"), at("answer", "back")];
  if (question < 0 || answer < 0) return undefined;
  const [tags, id] = [at("tags"), at("id", "guid")];
  return { question, answer, ...(tags >= 0 && { tags }), ...(id >= 0 && { id }) };
}

/** Columns that say something else leave the first two of the others to question and answer. */
function columnsOf(keys: ReadonlyMap<string, string>): Columns {
  const at = (key: string) => Number.parseInt(keys.get(`${key} column`) ?? "", 10) - 1;
  const [tags, id] = [at("tags"), at("guid")];
  const taken = [tags, id, at("deck"), at("notetype")];
  const [question = 0, answer = 1] = [...Array(6).keys()].filter((column) => !taken.includes(column));
  const rest = keys.size === 0 ? 2 : tags;
  return { question, answer, ...(rest >= 0 && { tags: rest }), ...(id >= 0 && { id }) };
}

const soundMarks = /\[sound:[^\]\r\n]+\]/g;

function cardOf({ fields, from, open }: Record, columns: Columns, html: boolean, always: string): Card | Message {
  if (open) return say`a quote is opened here and never closed`;
  const field = (column: number | undefined) => (column === undefined ? "" : (fields[column] ?? "").trim());
  const told = (text: string) => (html ? toMarkdown(text) : text.replace(soundMarks, "").trim());
  const question = told(field(columns.question));
  if (question === "") return say`this line has no question`;
  const { answer, ...more } = html ? back(field(columns.answer)) : { answer: told(field(columns.answer)) };
  if (answer === "") return say`this line has no answer`;
  const guid = field(columns.id);
  const id = guid.startsWith(ours) ? guid.slice(guid.lastIndexOf(":") + 1) : guid;
  const tags = `${always} ${field(columns.tags)}`.split(/\s+/).filter((tag) => tag !== "");
  const below = (prefix: string) => tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
  return {
    id: slugOf(/^[a-z0-9-]+$/.test(id) ? id : question) || "card",
    question,
    answer,
    tags: [...new Set(tags.filter((tag) => !/^(?:operator|rule)::/.test(tag)))],
    operators: [...new Set(below("operator::"))],
    rules: [...new Set(below("rule::"))],
    ...more,
    span: { from, to: from },
  };
}

/** The answer, and what was put below it. */
function back(whole: string): Pick<Card, "answer" | "textSays" | "correction" | "model"> {
  let html = whole;
  const found: { [part: string]: string } = {};
  const cut = (part: string, pattern: RegExp, read: (inside: string) => string) => {
    html = html.replace(pattern, (_, inside: string) => {
      found[part] = read(inside);
      return "";
    });
  };
  cut("model", /\n?<pre class="model">([\s\S]*?)<\/pre>/, (code) => toMarkdown(`<pre class="markdown">${code}</pre>`));
  cut("correction", /\n?<div class="correction">([\s\S]*?)<\/div>/, toMarkdown);
  cut("textSays", /\n?<blockquote class="text-says">([\s\S]*?)<\/blockquote>/, toMarkdown);
  const { textSays, correction, model } = found;
  return {
    answer: toMarkdown(html),
    ...(textSays !== undefined && correction !== undefined && { textSays, correction }),
    ...(model !== undefined && { model }),
  };
}

function unique(id: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const one = i === 1 ? id : `${id}-${i}`;
    if (!taken.has(one)) return one;
  }
}

const problemAt = ({ line, from }: Record, message: Message): DeckProblem => ({
  message: render(message),
  told: message,
  span: { from, to: from },
  line,
  column: 1,
});
