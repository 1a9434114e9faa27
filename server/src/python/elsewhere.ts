import { linesOf } from "../core/lines";
import type { Elsewhere } from "../core/python-class";
import type { Span } from "../core/span";
import type { Module } from "./syntax/ast";
import { parsePython } from "./syntax/parse";

/**
 * A file beside the one that is read. Its parts have places below zero, each file others, so that nothing takes them
 * for places of the text that is read, and that they can still be told.
 */
export interface OtherFile {
  readonly file: string;
  /** As a person would name it. */
  readonly path: string;
  readonly text: string;
  readonly module: Module;
  readonly base: number;
}

/** No text is longer than that; what is was never read as Python either. */
const room = 2 ** 22;
const lowest = -(2 ** 52);

let next = 0;

/** Trees of the files that were read lately; nobody changes them. */
const known = new Map<string, OtherFile>();
const most = 200;

/** A file with its tree, read again only where its text is another. */
export function otherFile(file: string, path: string, text: string): OtherFile {
  const before = known.get(file);
  if (before?.text === text && before.path === path) return before;
  const base = lowest + room * next++;
  const module = parsePython(text.length < room ? text : "");
  const read = { file, path, text, base, module: { ...module, body: moved(module.body, base) } };
  known.delete(file);
  known.set(file, read);
  for (const [first] of known) {
    if (known.size <= most) break;
    known.delete(first);
  }
  return read;
}

function moved<T>(part: T, by: number): T {
  if (Array.isArray(part)) return part.map((one) => moved(one, by)) as T;
  if (typeof part !== "object" || part === null) return part;
  const copy: { [key: string]: unknown } = {};
  for (const key in part) {
    const value = part[key];
    copy[key] = typeof value === "object" ? moved(value, by) : value;
  }
  if (typeof copy["from"] === "number") copy["from"] = (copy["from"] as number) + by;
  if (typeof copy["to"] === "number") copy["to"] = (copy["to"] as number) + by;
  return copy as T;
}

/** The files that one run has read, by the places of their parts. */
export class OtherFiles {
  private readonly files = new Map<number, OtherFile>();

  add(file: OtherFile): void {
    this.files.set(file.base, file);
  }

  /** The file that a place lies in, and the place as its text counts. */
  fileOf({ from, to }: Span): { readonly of: OtherFile; readonly span: Span } | undefined {
    const base = Math.floor((from - lowest) / room) * room + lowest;
    const of = this.files.get(base);
    return of && { of, span: { from: from - base, to: to - base } };
  }

  placeOf(span: Span): Elsewhere | undefined {
    const found = this.fileOf(span);
    if (!found) return undefined;
    const { file, path, text } = found.of;
    const lines = linesOf(text);
    const start = lines.at(found.span.from);
    const line = text.slice(lines.starts[start.line], lines.starts[start.line + 1]).trimEnd();
    return { file, path, start, end: lines.at(found.span.to), text: line };
  }

  /** What is written at a place. */
  textAt(span: Span): string | undefined {
    const found = this.fileOf(span);
    return found?.of.text.slice(found.span.from, found.span.to);
  }
}
