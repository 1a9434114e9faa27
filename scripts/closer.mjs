// Writes the programs of Python that the server has of its own closer together in bundles: they are a seventh of what
// reads Python, and blanks a seventeenth of them.
import { readFile } from "node:fs/promises";

export const closer = {
  name: "closer",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]python[\\/]library[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      if (path.endsWith("index.ts")) return undefined;
      const text = await readFile(path, "utf8");
      return { contents: text.replace(/`[^`]*`/g, closely), loader: "ts" };
    });
  },
};

const part = /\$\{.*?\}|"[^"\n]*"|'[^'\n]*'|([([{])|([)\]}])|\n[\n ]*| +/g;

/** A program that is the same to Python: a line for each statement, one blank for each level, and none beside signs. */
export function closely(program) {
  let depth = 0;
  return program.replace(part, (found, opens, closes, at) => {
    if (opens) depth++;
    if (closes) depth--;
    if (/\S/.test(found)) return found;
    if (found.startsWith("\n") && depth === 0) return `\n${" ".repeat((found.length - found.lastIndexOf("\n")) >> 2)}`;
    const isBetweenWords = /[\w"'].$/s.test(program.slice(at - 1, at + 1)) && /[\w"']/.test(program[at + found.length]);
    return isBetweenWords ? " " : "";
  });
}
