import type { Place } from "../../core/format";
import { vocabularies } from "../../vocabularies/index";
import { pytorch } from "../../vocabularies/pytorch";
import { lineAt, openBrackets } from "../line";
import { type Key, layerKeys, modelKeys } from "./keys";

const siblings = /^(name|from|repeat|when)$/;

/** Where one is, told by the line alone; what stands elsewhere in the file, by the tree as far as it reaches. */
export function place(text: string, offset: number): Place | undefined {
  const { before, start, word } = lineAt(text, offset);
  const framework = /^framework:\s*(\w+)/m.exec(text)?.[1];
  const here = { span: word, vocabulary: vocabularies.find(({ id }) => id === framework) ?? pytorch };

  if (/^\s*- \w*$/.test(before)) {
    const called = /^\w*\s*:/.test(text.slice(offset));
    return { ...here, kind: "op", more: [...blocksOf(text)], ...(!called && { write }) };
  }
  if (/^\s*from:\s/.test(before)) return { ...here, kind: "from", layers: namesAbove(text.slice(0, start)) };

  const called = /^\s*- (\w+):/.exec(before)?.[1],
    braces = openBrackets(before)[0];
  if (called && braces?.bracket === "{") {
    const given = [
      ...text
        .slice(start)
        .split("\n")[0]!
        .matchAll(/(\w+)\s*:/g),
    ]
      .map(([, name]) => name!)
      .slice(1);
    return argument(here, called, braces.since, given);
  }
  const indent = /^\s*/.exec(before)![0].length;
  if (/^\s*\w*$/.test(before)) {
    const keys = indent === 0 ? without(modelKeys, topKeys(text)) : besideAbove(text.slice(0, start), indent);
    if (keys) return { ...here, kind: "key", keys };
  }
  const owner = ownerAbove(text.slice(0, start), indent);
  return owner && indent > owner.column ? argument(here, owner.op, before, []) : undefined;
}

const write = (op: string, args: readonly { readonly name: string; readonly value: string }[]): string =>
  `${op}: { ${args.map(({ name, value }) => `${name}: ${value}`).join(", ")} }`;

/** By the look of the lines, which holds while the text is broken, and costs no parse. */
function blocksOf(text: string): readonly string[] {
  const [, body = ""] = /^blocks:[ \t]*(?:#.*)?$([\s\S]*?)(?=^\S|(?![\s\S]))/m.exec(text) ?? [];
  const indent = /^[ ]+(?=\w)/m.exec(body)?.[0];
  return indent === undefined ? [] : [...body.matchAll(new RegExp(`^${indent}(\\w+):`, "gm"))].map(([, name]) => name!);
}

const topKeys = (text: string): readonly string[] => [...text.matchAll(/^(\w+):/gm)].map(([, key]) => key!);

const without = (keys: readonly Key[], given: readonly string[]): readonly Key[] =>
  keys.filter(({ name }) => !given.includes(name));

/** The keys that a layer may still have, where a line stands below its operator, in the same column. */
function besideAbove(above: string, indent: number): readonly Key[] | undefined {
  const given: string[] = [];
  for (const line of above.split("\n").reverse()) {
    const [, dash, op] = /^(\s*- )(\w+)/.exec(line) ?? [];
    if (dash && op) return dash.length === indent ? without(layerKeys, given) : undefined;
    const [, blanks, key] = /^(\s*)(\w+)\s*:/.exec(line) ?? [];
    if (key !== undefined && blanks!.length === indent) given.push(key);
    if (line.trim() && /^\s*/.exec(line)![0].length < indent) return undefined;
  }
  return undefined;
}

/** `name` or `name: value`, up to the cursor. */
function argument(
  here: Pick<Place, "span" | "vocabulary">,
  op: string,
  typed: string,
  given: readonly string[],
): Place | undefined {
  const [, arg, value] = /^\s*(\w*)\s*(:.*)?$/.exec(typed) ?? [];
  if (arg === undefined || siblings.test(arg)) return undefined;
  return value === undefined ? { ...here, kind: "arg-name", op, given } : { ...here, kind: "arg-value", op, arg };
}

/** The operator whose arguments are written one a line, further in than its name. */
function ownerAbove(above: string, indent: number): { readonly op: string; readonly column: number } | undefined {
  for (const line of above.split("\n").reverse()) {
    const [, dash, op] = /^(\s*- )(\w+):\s*$/.exec(line) ?? [];
    if (dash && op) return { op, column: dash.length };
    if (/^\s*-/.test(line) || (line.trim() && /^\s*/.exec(line)![0].length < indent)) return undefined;
  }
  return undefined;
}

function namesAbove(above: string): readonly { readonly name: string; readonly op: string }[] {
  const list = above.slice(Math.max(above.lastIndexOf("\nlayers:"), above.lastIndexOf(" layers:")));
  const names = [...list.matchAll(/- (\w+):?[^\n]*\n\s+name:\s*(\w+)/g)].map(([, op, name]) => ({
    name: name!,
    op: op!,
  }));
  return [{ name: "input", op: "Input" }, ...names].reverse();
}
