import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { say } from "../core/message";
import { revisedIn, revisedText } from "./diff-revision";
import { decode, readText, Unreadable } from "./read-text";
import { shown } from "./targets";
import { UsageError } from "./usage";

/** A model file or a log, and its text. */
export interface Source {
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
  readonly text: string;
  readonly isModel: boolean;
}

/** Files that hold models have the endings of YAML, JSON and Python; what comes through a pipe is a log. */
export function sourceOf(path: string): Source {
  const isModel = /\.(ya?ml|json|py)$/i.test(path);
  try {
    if (path === "-") return { path, name: "standard input", text: decodeLog(readFileSync(0)), isModel };
    const revised = revisedIn(path);
    // Settings are those of today, for both.
    if (revised) return { path: resolve(revised.file), name: path, text: revisedText(revised), isModel };
    const text = isModel ? readText(path) : readLog(path);
    return { path: resolve(path), name: shown(resolve(path)), text, isModel };
  } catch (error) {
    throw error instanceof Unreadable ? new UsageError(say`${path}: ${error.told}`) : error;
  }
}

/** More than any log of a training with all its bars. */
const largest = 256 * 2 ** 20;

function readLog(path: string): string {
  // Whatever is wrong with a path is said as for models.
  const size = statSync(path, { throwIfNoEntry: false })?.isFile() ? statSync(path).size : 0;
  if (!size) return readText(path);
  if (size > largest) throw new Unreadable(say`it has ${Math.round(size / 2 ** 20)} MiB, too much for a log`);
  try {
    return decodeLog(readFileSync(path));
  } catch (error) {
    throw new Unreadable(say`it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** Some shells write UTF-16, and a log may hold whatever a program printed. */
function decodeLog(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.includes(0) ? decode(bytes) : new TextDecoder().decode(bytes);
}
