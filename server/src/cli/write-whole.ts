import { existsSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Message, say } from "../core/message";
import { isLostLink, lostLink, Unreadable } from "./read-text";
import { type Streams, UsageError } from "./usage";
import { replaceFile } from "./write-text";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile reads the old one, and a full disk leaves that.
 * A link stays one, and has to lead to something; what is no file, such as a terminal, is written to as it is. No folder is made.
 */
export function writeWhole(path: string, text: string): void {
  if (isLostLink(path)) throw new Unreadable(lostLink);
  const there = existsSync(path) ? realpathSync(path) : path;
  const known = existsSync(there) ? statSync(there) : undefined;
  if (known && !known.isFile()) return writeFileSync(there, text);
  replaceFile(there, known, text);
}

/** What a command says: to the file that `--output-file` names, else to standard output. */
export function deliver(file: string | undefined, text: string, { out }: Streams): void {
  if (file === undefined) return void out.write(text);
  writeAs(`--output-file ${file}`, file, text);
}

/** Writes a file under the name that a person has for it, in which it is said why that cannot be done. */
export function writeAs(name: string, file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    const reason = error instanceof Unreadable ? error.told : reasonFor(file, error as NodeJS.ErrnoException);
    throw new UsageError(say`${name}: ${reason}`);
  }
}

function reasonFor(file: string, { code }: NodeJS.ErrnoException): Message {
  if (code === "ENOENT") return say`there is no folder ${dirname(file)}`;
  if (code === "EISDIR") return say`it is a folder`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return say`it may not be written`;
  return code === "ENOSPC" ? say`the disk is full` : say`it cannot be written (${code ?? "?"})`;
}
