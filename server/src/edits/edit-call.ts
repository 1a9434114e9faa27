import { lineBreakIn, lineStart } from "../core/lines";
import type { Edit } from "../core/problem";
import type { Span } from "../core/span";
import { type Entry, entriesOf, isMissing, type Tree } from "../tree/tree";
import type { Said, SaidArg } from "./said";
import { callText, key, pairs, valueText } from "./write";

const endOf = ({ keySpan, value }: Entry): number => (isMissing(value) ? keySpan.to : endOfTree(value));

/** Where the last word stands; a map or list of lines reaches to the line below it. */
export function endOfTree(tree: Tree): number {
  if (tree.kind === "map" && !tree.flow && tree.entries.length)
    return Math.max(...tree.entries.filter(({ keySpan }) => keySpan.from < tree.span.to).map(endOf));
  if (tree.kind === "list" && !tree.flow && tree.items.length) return Math.max(...tree.items.map(endOfTree));
  return tree.span.to;
}

/** Writes a call in other words, where it stands: what is between and behind its arguments stays. Nothing where that cannot be. */
export function editCall(
  item: Tree,
  call: Entry | undefined,
  said: Said,
  text: string,
  json: boolean,
): readonly Edit[] | undefined {
  if (!call)
    return [
      {
        span: item.span,
        text: json && said.args.length ? `{ ${callText(said, text, json)} }` : callText(said, text, json),
      },
    ];
  const written = entriesOf(call.value);
  const kept = written.filter((entry) => said.args.some((arg) => arg.entry === entry));
  // What a merge brings in is written elsewhere, and perhaps for others too: all arguments are written out here.
  const isOwn = written.every(({ keySpan }) => call.value.span.from <= keySpan.from && keySpan.to <= endOf(call));
  if (call.value.kind === "map" && kept.length && isOwn)
    return [
      { span: call.keySpan, text: requoted(call.keySpan, said.op, text) },
      ...editArgs(call, written, said.args, text, json),
    ];
  return renewed(item, call, said, text, json);
}

/** The same quotes around another word. */
export function requoted({ from, to }: Span, word: string, text: string): string {
  const quote = /^["']/.exec(text.slice(from, to))?.[0] ?? "";
  return `${quote}${word}${quote}`;
}

/** Nothing of the arguments stays: all of them are written anew. */
function renewed(item: Tree, call: Entry, said: Said, text: string, json: boolean): readonly Edit[] | undefined {
  const colon = /^["']?\s*:/.exec(text.slice(call.keySpan.to))?.[0].length ?? 0;
  const quoted = /["']/.test(text[call.keySpan.to] ?? "") ? 1 : 0;
  const span = { from: call.keySpan.from - quoted, to: Math.max(call.keySpan.to + colon, endOf(call)) };
  if (/(?:^|\s)#/.test(text.slice(span.from, span.to))) return undefined;
  if (said.args.length) return [{ span, text: callText(said, text, json) }];
  const alone = entriesOf(item).length === 1;
  const flow = item.kind === "map" && item.flow;
  if (alone && (!flow || text[item.span.from] === "{"))
    return [{ span: { from: item.span.from, to: endOfTree(item) }, text: key(said.op, json) }];
  return [{ span, text: `${key(said.op, json)}:${json ? " {}" : flow ? " null" : ""}` }];
}

/** Renames, changes, takes away and adds, each by itself. */
function editArgs(
  call: Entry,
  written: readonly Entry[],
  args: readonly SaidArg[],
  text: string,
  json: boolean,
): readonly Edit[] {
  const flow = call.value.kind === "map" && call.value.flow;
  const added = args.filter(({ entry }) => !entry);
  const argOf = (entry: Entry): SaidArg | undefined => args.find((arg) => arg.entry === entry);
  const kept = written.filter(argOf);
  const edits: Edit[] = [];
  for (const [i, entry] of written.entries()) {
    const arg = argOf(entry);
    if (!arg) {
      edits.push({ span: goneAt(written, i, kept, flow, text), text: "" });
      continue;
    }
    const isLast = flow && entry === kept.at(-1);
    const isFirst = !flow && entry === kept[0];
    const indent = text.slice(lineStart(text, entry.keySpan.from), entry.keySpan.from);
    const lead = isFirst ? added.map((one) => `${pairs([one], text, json)}${lineBreakIn(text)}${indent}`).join("") : "";
    const word = lead + requoted(entry.keySpan, arg.word, text);
    if (word !== text.slice(entry.keySpan.from, entry.keySpan.to)) edits.push({ span: entry.keySpan, text: word });
    const tail = isLast && added.length ? `, ${pairs(added, text, json)}` : "";
    if (arg.text !== undefined || tail) edits.push({ span: entry.value.span, text: valueText(arg, text) + tail });
  }
  return edits;
}

/** What goes with an argument: the comma on its side, or its line; a comment behind it stays. */
function goneAt(written: readonly Entry[], i: number, kept: readonly Entry[], flow: boolean, text: string): Span {
  const entry = written[i]!;
  const end = endOf(entry);
  if (flow) {
    const isBehind = written.slice(0, i).some((other) => kept.includes(other));
    return isBehind
      ? { from: endOf(written[i - 1]!), to: end }
      : { from: entry.keySpan.from, to: written[i + 1]!.keySpan.from };
  }
  return lineOf({ from: entry.keySpan.from, to: end }, text);
}

/** The whole line or lines, unless a comment stands there too. */
export function lineOf({ from, to }: Span, text: string): Span {
  const start = lineStart(text, from);
  const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(to, to + 200));
  return rest && /^[ \t]*$/.test(text.slice(start, from)) ? { from: start, to: to + rest[0].length } : { from, to };
}
