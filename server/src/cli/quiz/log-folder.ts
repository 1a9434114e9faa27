import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join, posix, win32 } from "node:path";
import type { Store } from "../../review/journal";
import type { Environment } from "../language";

/** Where answers are kept unless somebody says otherwise: where programs of the platform keep what is theirs. */
export function usualFolder(platform: NodeJS.Platform, environment: Environment, home: string): string {
  const data = environment["XDG_DATA_HOME"];
  if (platform === "win32")
    return win32.join(environment["APPDATA"] || win32.join(home, "AppData", "Roaming"), "convlint", "quiz");
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "convlint", "quiz");
  // The path has to be absolute, or it does not count.
  return posix.join(data?.startsWith("/") ? data : posix.join(home, ".local", "share"), "convlint", "quiz");
}

/** A name for this machine and person, so that folders which are kept alike on several have a log for each. */
export function deviceName(host = hostname(), home = homedir()): string {
  const plain = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const mark = createHash("sha256").update(`${host}\n${home}`).digest("hex").slice(0, 6);
  return `${plain.slice(0, 40) || "device"}-${mark}`;
}

/**
 * The logs in a folder. All processes of a machine write to one of them: each line is handed over in one piece and the
 * system puts it behind whatever is there, so none gets into another, and a line that was cut off spoils only itself.
 */
export const logFolder = (folder: string, device: string): Store => ({
  async list() {
    return namesIn(folder)
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .flatMap((name) => {
        const stat = statSync(join(folder, name), { throwIfNoEntry: false });
        return stat?.isFile() ? [{ name, version: `${stat.size} ${stat.mtimeMs}` }] : [];
      });
  },
  read: async (name) => readFileSync(join(folder, name), "utf8"),
  async append(text) {
    mkdirSync(folder, { recursive: true });
    const file = openSync(join(folder, `reviews-${device}.jsonl`), "a", 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
});

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
