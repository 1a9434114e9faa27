import { say } from "../core/message";
import { problem, type Report } from "../core/problem";
import type { Span } from "../core/span";
import { type Entry, isMissing, type Tree, textOf } from "../tree/tree";
import { toValue } from "../tree/value";
import { pythonValue } from "./written";

/** An argument of a constructor. */
export interface Argument {
  readonly name: string;
  readonly span: Span;
  /** Absent where every row must give it; null is a default like others. */
  readonly default?: unknown;
}

const isWord = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

export interface Signature {
  readonly arguments: readonly Argument[];
  /** Nobody says that there are no more. */
  readonly open: boolean;
}

/** `[c1, kernel_size = 7]` as in Python, or a map with defaults in which null means that a row must give the value. */
export function signatureOf(entry: Entry | undefined, report: Report): Signature {
  if (!entry || isMissing(entry.value)) return { arguments: [], open: true };
  const last = entry.value.kind === "list" ? entry.value.items.at(-1) : undefined;
  const open = last !== undefined && /^\*\w+$/.test(textOf(last) ?? "");
  return { arguments: argumentsIn(entry, last !== undefined && open ? last : undefined, report), open };
}

function argumentsIn(entry: Entry, rest: Tree | undefined, report: Report): readonly Argument[] {
  const { value } = entry;
  const wrong = (span: Span): void => report(problem("wrong-setting", span, say`args are names, as in ${example}`));
  const found: readonly (Argument | undefined)[] =
    value.kind === "list"
      ? value.items.filter((item) => item !== rest).map(inList)
      : value.kind === "map"
        ? value.entries.map(inMap)
        : [undefined];
  const pieces: readonly Tree[] = value.kind === "list" ? value.items : [value];
  const seen = new Set<string>();
  return found.flatMap((argument, i) => {
    if (!argument || !isWord(argument.name)) {
      wrong(argument?.span ?? pieces[i]?.span ?? value.span);
      return [];
    }
    const twice = seen.has(argument.name);
    if (twice) report(problem("duplicate-name", argument.span, say`another argument is called ${argument.name}`));
    seen.add(argument.name);
    return twice ? [] : [argument];
  });
}

const example = "[c1, kernel_size = 7]";

function inList(item: Tree): Argument | undefined {
  if (item.kind === "map") return item.entries.length === 1 ? inMap(item.entries[0]!) : undefined;
  const text = textOf(item);
  const [, name, standard] = /^\s*(\w+)\s*(?:=\s*(.*\S)\s*)?$/s.exec(text ?? "") ?? [];
  if (name === undefined) return undefined;
  return { name, span: item.span, ...(standard !== undefined && { default: pythonValue(standard) }) };
}

function inMap({ key, keySpan, value }: Entry): Argument {
  if (value.kind === "scalar" && value.value === null) return { name: key, span: keySpan };
  if (value.kind === "scalar") return { name: key, span: keySpan, default: pythonValue(String(value.value)) };
  const items = toValue(value);
  const list = items.kind === "list" ? items.items.map((item) => ("value" in item ? item.value : null)) : undefined;
  return { name: list ? key : "", span: keySpan, ...(list && { default: list }) };
}
