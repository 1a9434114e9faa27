import { type Message, say } from "../../core/message";
import type { Edit, Fix } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Source } from "../source";
import type { Call, Expr, Stmt } from "../syntax/ast";

export const insert = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });
export const put = ({ from, to }: Span, text: string): Edit => ({ span: { from, to }, text });

export const fix = (title: Message, safe: boolean, ...edits: readonly Edit[]): Fix => ({ title, safe, edits });

/** One more argument behind all others, or another value where it has one. */
export function setArgument(call: Call, name: string, value: string): Edit {
  const written = call.args.find((arg) => arg.name === name);
  if (written) return put(written.value, value);
  const last = call.args.at(-1);
  return last ? insert(last.to, `, ${name}=${value}`) : insert(call.to - 1, `${name}=${value}`);
}

/** A statement in a line of its own before another. */
export function before(statement: Stmt, line: string, source: Source): Edit | undefined {
  const indent = source.indent(statement);
  return indent === undefined ? undefined : insert(statement.from, `${line}${endOfLine(source)}${indent}`);
}

/** A statement in a line of its own behind another. */
export function after(statement: Stmt, line: string, source: Source): Edit | undefined {
  const indent = source.indent(statement);
  return indent === undefined ? undefined : insert(statement.to, `${endOfLine(source)}${indent}${line}`);
}

export const endOfLine = ({ text }: Source): string => /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";

/** How a file says a name of a library, as it has imported that or what the name is in. */
export function nameOf(path: string, { module }: Source): string | undefined {
  let best: { readonly length: number; readonly text: string } | undefined;
  const offer = (bound: string, of: string): void => {
    const fits = path === of || path.startsWith(`${of}.`);
    if (fits && of.length > (best?.length ?? 0)) best = { length: of.length, text: bound + path.slice(of.length) };
  };
  for (const one of module.body) {
    if (one.kind === "import")
      for (const { name, as } of one.names)
        if (as !== undefined) offer(as, name);
        else offer(name.split(".")[0]!, name.split(".")[0]!);
    if (one.kind === "import-from" && one.level === 0)
      for (const { name, as } of one.names) offer(as ?? name, `${one.module}.${name}`);
  }
  return best?.text;
}

/** What is called at the end: `Conv2d` of `nn.Conv2d`. */
export const calledName = ({ callee }: Call): string | undefined =>
  callee.kind === "name" ? callee.id : callee.kind === "attribute" ? callee.name : undefined;

/** A number that stands in the text as such. */
export const isWritten = (expr: Expr | undefined): boolean =>
  expr !== undefined &&
  (expr.kind === "number" ||
    (expr.kind === "binary" && isWritten(expr.left) && isWritten(expr.right)) ||
    (expr.kind === "unary" && isWritten(expr.of)));

export const setTo = (name: string, value: string): Message => say`Set ${name} to ${value}`;
