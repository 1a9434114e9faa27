import assert from "node:assert/strict";
import type { LspClient } from "./lsp-client";

/** What an editor shows of a version of a file of Python. */
export interface Seen {
  readonly problems: readonly string[];
  /** By line, what stands behind it. */
  readonly hints: ReadonlyMap<number, string>;
  readonly lenses: readonly string[];
}

/**
 * The versions through which a text goes when some of its lines are typed, from top to bottom: each line comes with its
 * blanks, and then letter by letter.
 */
export function typedLines(text: string, typed: readonly number[]): readonly string[] {
  const lines = text.split("\n");
  const missing = new Set(typed);
  const versions: string[] = [];
  const put = (line: number, words: string): void => {
    const there = lines.flatMap((one, at) => (at === line ? [words] : missing.has(at) ? [] : [one]));
    versions.push(there.join("\n"));
  };
  for (const line of typed) {
    missing.delete(line);
    const words = lines[line]!;
    for (let end = /^\s*/.exec(words)![0].length; end <= words.length; end++) put(line, words.slice(0, end));
  }
  return versions;
}

/** The same, taken back letter by letter and typed again. */
export function retyped(text: string, line: number): readonly string[] {
  const versions = typedLines(text, [line]);
  return [...versions.toReversed(), ...versions];
}

export const without = (text: string, lines: readonly number[]): string =>
  text
    .split("\n")
    .filter((_, line) => !lines.includes(line))
    .join("\n");

export function openPython(client: LspClient, uri: string, text: string): void {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "python", version: 1, text } });
}

/** All that is shown of a document. */
export async function seen(client: LspClient, uri: string): Promise<Seen> {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
  const [{ items }, hints, lenses] = await Promise.all([
    client.request("textDocument/diagnostic", { textDocument }),
    client.request("textDocument/inlayHint", { textDocument, range }),
    client.request("textDocument/codeLens", { textDocument }),
  ]);
  return {
    problems: items.map(({ code, range: { start, end } }: any) =>
      [start.line, start.character, end.line, end.character, code].join(" "),
    ),
    hints: new Map(hints.map(({ position, label }: any) => [position.line, `${position.character} ${label}`])),
    lenses: lenses.map(({ range, command }: any) => `${range.start.line} ${command?.title}`),
  };
}

/** What a server says of the text that has never seen another version of it. */
export async function seenAfresh(client: LspClient, text: string): Promise<Seen> {
  const uri = "file:///fresh.py";
  openPython(client, uri, text);
  const found = await seen(client, uri);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  return found;
}

/** Nobody types any more: the server says so where it has held something back. */
export async function paused(client: LspClient, uri: string): Promise<Seen> {
  client.notify("textDocument/didSave", { textDocument: { uri } });
  return seen(client, uri);
}

/** Lines of a file in which something goes on, with their numbers. */
export const codeLines = (text: string): readonly number[] =>
  text.split("\n").flatMap((line, at) => (/^\s*(?:#|$)/.test(line) ? [] : [at]));

export function assertSame(one: Seen, other: Seen, message: string): void {
  assert.deepEqual(one.problems, other.problems, message);
  assert.deepEqual([...one.hints], [...other.hints], message);
  assert.deepEqual(one.lenses, other.lenses, message);
}
