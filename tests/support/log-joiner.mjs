// Joins logs of a folder again and again, each time those of fresh windows: `join-logs.test.ts` stops it.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [bundle, root, seed] = process.argv.slice(2);
const { joinLogs } = await import(pathToFileURL(bundle));
const at = (name) => join(root, name);
const old = new Date(Date.now() - 3 * 86_400_000);
const folder = {
  list: async () => readdirSync(root).map((name) => ({ name, modified: statSync(at(name)).mtimeMs })),
  read: async (name) => readFileSync(at(name), "utf8"),
  async write(name, text) {
    // As a disk that is stopped in the middle would.
    writeFileSync(at(name), text.slice(0, text.length / 2));
    writeFileSync(at(name), text);
  },
  async rename(from, to) {
    renameSync(at(from), at(to));
    utimesSync(at(to), old, old);
  },
  remove: async (name) => rmSync(at(name)),
};
for (let round = 0; ; round++) {
  for (let window = 0; window < 8; window++) {
    const id = `${seed}-${round}-${window}`;
    const name = `reviews-code-${id}.jsonl`;
    writeFileSync(at(`${name}.part`), `{"id":"${id}"}\n`);
    renameSync(at(`${name}.part`), at(name));
    utimesSync(at(name), old, old);
    writeSync(1, `${id}\n`);
  }
  await joinLogs(folder, Date.now(), () => crypto.randomUUID());
}
