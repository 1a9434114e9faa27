import type { Problem } from "../core/problem";
import type { FileReport } from "./file-report";
import { fingerprint } from "./fingerprint";

/**
 * Gives problems marks by which another run knows them again when lines have moved: of the file, the id and the
 * row as text. Equal ones of one file are told apart by their order.
 */
export function marking(): (report: FileReport, problem: Problem) => string {
  const seen = new Map<string, number>();
  return (report, { id, span }) => {
    const key = JSON.stringify([report.file, id, fingerprint(report, span)]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return [0, 1, 2, 3].map((seed) => hash(`${seed}${count}${key}`)).join("");
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
