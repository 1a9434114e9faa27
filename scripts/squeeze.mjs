// Packs a .vsix tighter: the same files, packed by an encoder that searches longer, in an archive that any reader opens.
import { readFileSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import zopfli from "@gfx/zopfli";
import { filesIn } from "./packed.mjs";

const DEFLATED = 8;
const SIZES_FOLLOW = 8; // a flag: sizes stand behind the data, as where they are not known before

/** Writes an archive anew, each file of it as small as it becomes. */
export async function squeeze(archive) {
  const files = [];
  const list = [];
  let at = 0;
  for (const { method, listed, data } of filesIn(readFileSync(archive))) {
    const packed = method === DEFLATED ? await tighter(data) : data;
    const entry = entryOf(listed, packed.length, at);
    const head = headOf(entry);
    list.push(entry);
    files.push(head, packed);
    at += head.length + packed.length;
  }
  writeFileSync(archive, Buffer.concat([...files, ...list, endOf(list, at)]));
}

async function tighter(data) {
  const found = Buffer.from(await zopfli.deflateAsync(inflateRawSync(data), { numiterations: 5 }));
  return found.length < data.length ? found : data;
}

function entryOf(listed, size, at) {
  const entry = Buffer.from(listed);
  entry.writeUInt16LE(entry.readUInt16LE(8) & ~SIZES_FOLLOW, 8);
  entry.writeUInt32LE(size, 20);
  entry.writeUInt16LE(0, 30); // nothing stands behind the name
  entry.writeUInt16LE(0, 32);
  entry.writeUInt32LE(at, 42);
  return entry;
}

/** The head before a file says what its entry in the list does: from the version that reads it to the length of its name. */
function headOf(entry) {
  const name = entry.subarray(46);
  const head = Buffer.alloc(30 + name.length);
  head.writeUInt32LE(0x04034b50, 0);
  entry.copy(head, 4, 6, 30);
  name.copy(head, 30);
  return head;
}

function endOf(list, at) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return end;
}
