// Answers cards as fast as it can, and says so of each once it is written down: `process.test.ts` starts and stops it.
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [bundle, folder, device, count, inPieces] = process.argv.slice(2);
const { openJournal, logFolder } = await import(pathToFileURL(bundle));

const store = logFolder(folder, device);
/** As a disk that is stopped in the middle of a line would: byte by byte. */
const slowly = async (text) => {
  const file = openSync(join(folder, `reviews-${device}.jsonl`), "a");
  for (const byte of Buffer.from(text)) writeSync(file, Buffer.of(byte));
  closeSync(file);
};
const ids = (at) => `${device}-${process.pid}-${at}`;
let written = 0;
const journal = await openJournal(inPieces === "pieces" ? { ...store, append: slowly } : store, {
  device,
  now: Date.now,
  newId: () => ids(++written),
});
for (let i = 0; i < Number(count); i++) {
  const { id } = await journal.record({ kind: "review", card: `d/card-${i % 7}`, grade: 3 });
  if (journal.fault) throw journal.fault;
  writeSync(1, `${id}\n`);
}
