import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { reachOf } from "./targets";

/** Which files a run speaks of, whether or not it has anything to say of them. */
export interface LookedAt {
  /** A file that was read. */
  add(path: string): void;
  /** Whether a file was read, or would have been if it were still there. */
  has(path: string): boolean;
}

export function lookedAt(paths: readonly string[]): LookedAt {
  const read = new Set<string>();
  let reaches: readonly ((path: string) => boolean)[] | undefined;
  return {
    add: (path) => void read.add(resolve(path)),
    has(path) {
      if (read.has(path)) return true;
      reaches ??= paths.filter((one) => one !== "-").map(reachOf);
      return reaches.some((reaches) => reaches(path)) && isGone(path);
    },
  };
}

/** What may not be seen may well be there. */
function isGone(path: string): boolean {
  try {
    lstatSync(path);
    return false;
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}
