import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { type Message, say } from "../core/message";
import { isWithoutModel, understand } from "../service";
import { Told } from "./told";

/** Why a file cannot be read, in a few words for the person who named it. */
export class Unreadable extends Told {
  /** Its bytes can be read, but they are no text. */
  readonly readable: boolean;

  constructor(why: Message, readable = false) {
    super(why);
    this.readable = readable;
  }
}

const reasons: { readonly [code: string]: Message } = {
  ENOENT: say`there is no such file`,
  ENOTDIR: say`there is no such file`,
  EACCES: say`it may not be read`,
  EPERM: say`it may not be read`,
  EISDIR: say`it is a folder`,
  ELOOP: say`its links lead in a circle`,
  ENAMETOOLONG: say`its name is too long`,
};

export const lostLink = say`it is a link to a file that is not there`;

/** Why something cannot be looked at; of a link that leads nowhere it is not the link that is missing. */
export function reasonOf(error: unknown, isLink = false): Message {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (isLink && code === "ENOENT") return lostLink;
  return reasons[code] ?? say`it cannot be read (${code || String(error)})`;
}

/** Larger than any text that is parsed; the rest is not even read. */
const largest = 64 * 2 ** 20;

/** The text of a file, which must be UTF-8. A mark of the order of bytes at its start is left out, as editors do. */
export function readText(path: string): string {
  try {
    const { size, ...kind } = seen(path);
    // To read a pipe is to wait for whoever writes into it.
    if (!kind.isFile && !kind.isFolder)
      throw new Unreadable(say`it is no file; \`-\` with --stdin-path reads what another program writes`);
    if (size > largest) throw new Unreadable(say`it has ${Math.round(size / 2 ** 20)} MiB, too much for a model`, true);
    return decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(reasonOf(error, isLinkAt(path)));
  }
}

export function isLinkAt(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

export const isLostLink = (path: string): boolean => isLinkAt(path) && !existsSync(path);

function seen(path: string) {
  const stat = statSync(path);
  return { size: stat.size, isFile: stat.isFile(), isFolder: stat.isDirectory() };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

export function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Unreadable(say`it is UTF-16; save it as UTF-8`, true);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable(
      bytes.includes(0) ? say`it is binary, not text` : say`it is not UTF-8 text; save it as UTF-8`,
      true,
    );
  }
}

/** Whether a file that was found, and is no text as it should be, was meant as a model all the same. */
export function looksLikeModel(path: string, { readable }: Unreadable): boolean {
  if (/\.cnn\.(ya?ml|json)$/i.test(path) || !readable) return true;
  try {
    if (statSync(path).size > largest) return false;
    const understood = understand(path, readFileSync(path, "latin1"));
    return understood !== undefined && !isWithoutModel(understood);
  } catch {
    return true;
  }
}
