// What a package holds, and how many bytes of it each file takes. A .vsix is a ZIP archive, and lists its files at its end.
import { readFileSync } from "node:fs";

const END = 0x06054b50;
const ENTRY = 46; // bytes of an entry before its name

/** The files that take most of an archive, the largest first. */
export function largest(archive, count) {
  const bytes = readFileSync(archive);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END) end--;
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    files.push({
      name: bytes.toString("utf8", at + ENTRY, at + ENTRY + name),
      packed: bytes.readUInt32LE(at + 20),
    });
    at += ENTRY + name + extra + comment;
  }
  return files.sort((a, b) => b.packed - a.packed).slice(0, count);
}
