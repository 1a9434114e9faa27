import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { say } from "../core/message";
import { decode, Unreadable } from "./read-text";

/** The mark of the order of bytes, which some editors put before a text. */
export const mark = "\ufeff";

export const isMarked = (bytes: Uint8Array): boolean => Buffer.from(mark).equals(bytes.subarray(0, 3));

/**
 * Puts a text in the place of the one that was read. It is written beside the file and takes its place when all of
 * it is there, so that nothing is lost whatever happens. Mode, owner and mark of the file stay; a link leads where it led.
 */
export function writeText(path: string, before: string, after: string): void {
  try {
    const file = realpathSync(path);
    accessSync(file, constants.W_OK);
    const bytes = readFileSync(file);
    if (decode(bytes) !== before)
      throw new Unreadable(say`it has changed while it was looked at; nothing was written`, true);
    replaceFile(file, statSync(file), isMarked(bytes) ? mark + after : after);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(say`it cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** Puts a text where a file is that is no link, or where none is: all of it or nothing. */
export function replaceFile(file: string, stats: Stats | undefined, text: string): void {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  let isNeeded = false;
  try {
    const handle = openSync(beside, "wx", stats ? stats.mode & 0o777 : undefined);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // A name among several of one file, or a file of somebody else, would not be what it was under a new file.
    if (!stats || (stats.nlink === 1 && isMadeLike(beside, stats))) renameSync(beside, file);
    else {
      isNeeded = true;
      writeFileSync(file, text);
      isNeeded = false;
    }
  } catch (error) {
    throw isNeeded ? new Unreadable(say`it could only be written in part; all of it is in ${beside}`) : error;
  } finally {
    if (!isNeeded) rmSync(beside, { force: true });
  }
}

/** Whether a new file could be given the mode and the owner of the old one. */
function isMadeLike(path: string, { mode, uid, gid }: Stats): boolean {
  try {
    const own = statSync(path);
    if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
    chmodSync(path, mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}
