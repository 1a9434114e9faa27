import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../core/span";
import type { Arg, Expr } from "./ast";
import { children, failed, named, type Reader, spanOf } from "./reader";

/** A number; what is no real one, or has lost digits, is not known. */
export function number(written: string, span: Span): Expr {
  const digits = written.replace(/_/g, "").toLowerCase();
  const isInteger = /^(0x[\da-f]+|0o[0-7]+|0b[01]+|\d+)$/.test(digits);
  const value = Number(digits);
  if (Number.isNaN(value) || (isInteger && !Number.isSafeInteger(value))) return failed(span);
  return { kind: "number", value, float: !isInteger, ...spanOf(span) };
}

const opening = /^([a-zA-Z]*)("""|'''|"|')/;

/** What stands between the quotes, and whether backslashes are meant as they are; nothing for bytes. */
function unquoted(
  written: string,
): { readonly body: string; readonly raw: boolean; readonly start: number } | undefined {
  const [start, prefix, quotes] = opening.exec(written) ?? [];
  if (start === undefined || /b/i.test(prefix!)) return undefined;
  const closes = written.length >= start.length + quotes!.length && written.endsWith(quotes!);
  const body = written.slice(start.length, closes ? -quotes!.length : undefined);
  return { body, raw: /r/i.test(prefix!), start: start.length };
}

const escapes: { readonly [letter: string]: string } = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|\r\n|([\s\S]))/g;

const unescaped = (body: string): string =>
  body.replace(escaped, (all, x?: string, u?: string, long?: string, octal?: string, letter?: string) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (octal !== undefined) return character(Number.parseInt(octal, 8));
    return letter === undefined ? "" : (escapes[letter] ?? all);
  });

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd");

export function string(node: SyntaxNode, reader: Reader): Expr {
  const found = unquoted(reader.textOf(node));
  // What characters are called is not known here.
  if (!found || (!found.raw && found.body.includes("\\N{"))) return failed(node);
  return { kind: "string", value: found.raw ? found.body : unescaped(found.body), ...spanOf(node) };
}

/** Strings that stand side by side are one. */
export function continued(node: SyntaxNode, reader: Reader): Expr {
  const parts: (string | Expr)[] = [];
  for (const part of children(node).map((child) => reader.expression(child, node))) {
    if (part.kind === "string") parts.push(part.value);
    else if (part.kind === "formatted") parts.push(...part.parts);
    else return failed(node);
  }
  if (parts.every((part) => typeof part === "string"))
    return { kind: "string", value: parts.join(""), ...spanOf(node) };
  return { kind: "formatted", parts, ...spanOf(node) };
}

export function formatted(node: SyntaxNode, reader: Reader): Expr {
  const written = unquoted(reader.textOf(node));
  if (!written) return failed(node);
  const end = node.from + written.start + written.body.length;
  const parts = pieces(node, { from: node.from + written.start, to: end }, written.raw, reader);
  return { kind: "formatted", parts, ...spanOf(node) };
}

/** Texts and what stands in braces among them, inside a string or of what says how a value is shown. */
function pieces(node: SyntaxNode, span: Span, raw: boolean, reader: Reader): (string | Expr)[] {
  const parts: (string | Expr)[] = [];
  const text = (from: number, to: number) => {
    const between = reader.textOf({ from, to }).replace(/\{\{/g, "{").replace(/\}\}/g, "}");
    if (between) parts.push(raw ? between : unescaped(between));
  };
  let at = span.from;
  for (const child of children(node)) {
    if (child.name !== "FormatReplacement") continue;
    text(at, child.from);
    parts.push(...replacement(child, raw, reader));
    at = child.to;
  }
  text(at, span.to);
  return parts;
}

/** `{value!r:spec}` is `format(repr(value), "spec")`, and `{value=}` says what it shows as well. */
function replacement(node: SyntaxNode, raw: boolean, reader: Reader): (string | Expr)[] {
  const all = children(node);
  const spec = named(all, "FormatSpec");
  const conversion = named(all, "FormatConversion");
  const label = named(all, "FormatSelfDoc");
  const around = /^([{}]|FormatSpec|FormatConversion|FormatSelfDoc)$/;
  const value = reader.list(
    all.filter(({ name }) => !around.test(name)),
    node,
  );
  const how = conversion ? reader.textOf(conversion).trim() : label && !spec ? "!r" : "";
  const by = { "!r": "repr", "!s": "str", "!a": "ascii" }[how];
  let shown = by === undefined ? value : call(by, [value], node);
  if (spec) {
    const parts = pieces(spec, { from: spec.from + 1, to: spec.to }, raw, reader);
    shown = call("format", [shown, { kind: "formatted", parts, ...spanOf(spec) }], node);
  }
  return label ? [reader.textOf({ from: all[0]!.to, to: label.to }), shown] : [shown];
}

function call(name: string, values: readonly Expr[], node: Span): Expr {
  const args = values.map((value): Arg => ({ value, ...spanOf(value) }));
  return { kind: "call", callee: { kind: "name", id: name, ...spanOf(node) }, args, ...spanOf(node) };
}
