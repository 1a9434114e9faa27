// What a package holds, and how many bytes of it each file takes. A .vsix is a ZIP archive, and lists its files at its end.
import { readFileSync } from "node:fs";

const END = 0x06054b50;
const ENTRY = 46; // bytes of an entry of the list before its name
const HEAD = 30; // and of the head before a file

/** The files of an archive in order: each as it is listed, by its name, with its packed data. */
export function filesIn(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END) end--;
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const head = bytes.readUInt32LE(at + 42);
    const data = head + HEAD + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    files.push({
      name: bytes.toString("utf8", at + ENTRY, at + ENTRY + name),
      method: bytes.readUInt16LE(at + 10),
      listed: bytes.subarray(at, at + ENTRY + name),
      data: bytes.subarray(data, data + bytes.readUInt32LE(at + 20)),
    });
    at += ENTRY + name + extra + comment;
  }
  return files;
}

/** The files that take most of an archive, the largest first. */
export const largest = (archive, count) =>
  filesIn(readFileSync(archive))
    .map(({ name, data }) => ({ name, packed: data.length }))
    .sort((a, b) => b.packed - a.packed)
    .slice(0, count);
