/** A folder of files, as far as logs need one. What is not there is an error. */
export interface LogFolder {
  /** `modified` is in milliseconds since 1970. */
  list(): Promise<readonly { readonly name: string; readonly modified: number }[]>;
  read(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** At once: whoever looks sees one of both names. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Fewer files do no harm. */
const enough = 8;
/** Milliseconds since the last answer in a window, behind which it is thought to be closed. */
const rest = 24 * 60 * 60_000;

const mayJoin = /^(?:reviews-code-|joined-|taken-).*\.jsonl$/;

/**
 * Makes one log of those of windows that are closed. Each is first given a name that nobody writes under, then all are
 * read, written beside, put in their place, and only then removed: whoever is stopped in between leaves every line in
 * some log, perhaps in two, which count once. A window that was open all the same has its own log in memory and writes
 * it as a whole with its next answer. Two that join at once take each file from the other or not at all.
 */
export async function joinLogs(folder: LogFolder, now: number, newId: () => string): Promise<void> {
  const files = (await folder.list()).filter(({ modified }) => modified < now - rest);
  for (const { name } of files) if (/^joined-.*\.part$/.test(name)) await folder.remove(name).catch(() => {});
  const closed = files.filter(({ name }) => mayJoin.test(name));
  if (closed.length < enough) return;
  const taken: { readonly name: string; readonly text: string }[] = [];
  for (const { name } of closed) {
    const mine = `taken-${newId()}.jsonl`;
    try {
      await folder.rename(name, mine);
      taken.push({ name: mine, text: await folder.read(mine) });
    } catch {
      // Somebody else has taken it, or it cannot be read now; it stays a log under some name.
    }
  }
  const lines = new Set(taken.flatMap(({ text }) => text.split(/\r\n|\r|\n/)).filter((line) => line.trim() !== ""));
  const joined = `joined-${newId()}`;
  await folder.write(`${joined}.part`, [...lines].map((line) => `${line}\n`).join(""));
  await folder.rename(`${joined}.part`, `${joined}.jsonl`);
  for (const { name } of taken) await folder.remove(name).catch(() => {});
}
