import type { Program } from "../parts";
import type { Kinds } from "./kind";
import { put } from "./kind";

type Line = { readonly from: number; readonly to: number; readonly text: string };

/** The lines of a text with their ends, but those with nothing in them. */
function linesOf({ text }: Program): readonly Line[] {
  const found: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end + 1;
    found.push({ from, to, text: text.slice(from, to) });
    from = to;
  }
  return found.filter((line) => line.text.trim());
}

/** Several neighbouring lines go. */
const gone = (line: number, count: number, all: readonly Line[]) =>
  line + count <= all.length ? [[put({ from: all[line]!.from, to: all[line + count - 1]!.to }, "")]] : [];

/** Mistakes in whole lines, as they are moved about. */
export const lines: Kinds = {
  "delete lines": (program) => {
    const all = linesOf(program);
    return all.flatMap((_, at) => [1, 2, 3].flatMap((count) => gone(at, count, all)));
  },
  "exchange lines": (program) => {
    const all = linesOf(program);
    return all.slice(1).map((line, at) => {
      const before = all[at]!;
      return [put(before, line.text), put(line, before.text)];
    });
  },
  "double line": (program) => linesOf(program).map(({ to, text }) => [put({ from: to, to }, text)]),
  "indent line": (program) =>
    linesOf(program).flatMap(({ from, text }) => {
      const deeper = [put({ from, to: from }, "    ")];
      return text.startsWith("    ") ? [deeper, [put({ from, to: from + 4 }, "")]] : [deeper];
    }),
};
