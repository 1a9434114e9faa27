import { lineBreakIn } from "../../core/lines";
import { say } from "../../core/message";
import type { Edit, Fix } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Tree } from "../../tree/tree";
import type { Item } from "./item";

/** Gives a layer a name and reads it by that, where a number was written; a layer that has a name is read by it. */
export function nameIt(
  item: Item | undefined,
  reference: Span,
  taken: ReadonlySet<string>,
  text: string,
): Fix | undefined {
  if (!item || !/^[A-Za-z]\w*$/.test(item.op) || reference.from === reference.to) return undefined;
  const own = item.name?.text;
  const name = own ?? freeName(item.op, taken);
  const edit = own === undefined ? withSibling(item.tree, "name", name, text) : undefined;
  if (own === undefined && !edit) return undefined;
  const quoted = edit ? edit.text.includes('"') : text[item.name!.span.from] === '"';
  const call: Edit = { span: reference, text: quoted ? `"${name}"` : name };
  return {
    title: own === undefined ? say`Name that layer ${name} and read it by its name` : say`Read it by its name, ${name}`,
    edits: edit ? [edit, call] : [call],
    safe: false,
  };
}

/** A name after an operator that nothing else has. */
export function freeName(op: string, taken: ReadonlySet<string>): string {
  const word = op.replace(/([a-z])(?=[A-Z][a-z])/g, "$1_").toLowerCase();
  return firstFree(word, (name) => taken.has(name));
}

/** A name, or the first of it with a number that is free. */
export function firstFree(word: string, isTaken: (name: string) => boolean): string {
  let name = word;
  for (let i = 2; isTaken(name); i++) name = `${word}_${i}`;
  return name;
}

/** What has to be written to give a layer a name, or another key that it has not, wherever and in whatever style it stands. */
export function withSibling(tree: Tree, key: string, value: string, text: string): Edit | undefined {
  const { from, to } = tree.span;
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, from - 200), from))![0];
  const block = /^ *(?:- +)+$/.test(before);
  const below = `${lineBreakIn(text)}${" ".repeat(before.length)}${key}: ${value}`;
  const quoted = `"${key}": ${/^[A-Za-z_]/.test(value) ? `"${value}"` : value}`;
  if (tree.kind === "scalar") {
    const word = text.slice(from, to);
    if (block && tree.plain) return { span: { from: to, to }, text: `:${below}` };
    const beside = word.startsWith('"') ? quoted : `${key}: ${value}`;
    return block ? undefined : { span: tree.span, text: `{ ${word}: null, ${beside} }` };
  }
  if (tree.kind !== "map") return undefined;
  if (!tree.flow) {
    const end = block ? endOf(tree.entries[0]!.value) : -1;
    if (end < from || end > to) return undefined;
    const line = text.slice(end).search(/[\r\n]|$/);
    return { span: { from: end + line, to: end + line }, text: below };
  }
  const inside = text.slice(from, to - 1).trimEnd().length + from;
  const json = text.slice(from, to).includes('"');
  return text[to - 1] === "}"
    ? { span: { from: inside, to: inside }, text: json ? `, ${quoted}` : `, ${key}: ${value}` }
    : undefined;
}

function endOf(tree: Tree): number {
  const last = tree.kind === "map" ? tree.entries.at(-1)?.value : tree.kind === "list" ? tree.items.at(-1) : undefined;
  return last && !("flow" in tree && tree.flow) ? endOf(last) : tree.span.to;
}
