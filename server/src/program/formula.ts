/** Words, numbers and signs; what is neither is no expression of ours. */
const tokens = /\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.\w+)*|\/\/|[=!<>]=|[-+*/%()<>]|\s+|./gs;
const words: ReadonlySet<string> = new Set(["and", "or", "not"]);

/** `$name`, `$( … )`, or a list of such, as Python writes it; nothing where a word of it has no counterpart. */
export function translated(written: string, wordOf: (name: string) => string | undefined): string | undefined {
  if (written.startsWith("[")) {
    const items = written
      .slice(1, -1)
      .split(",")
      .map((item) => item.trim());
    const texts = items.map((item) => (item.startsWith("$") ? translated(item, wordOf) : item));
    return texts.every((text) => text !== undefined)
      ? `(${texts.join(", ")}${texts.length === 1 ? "," : ""})`
      : undefined;
  }
  const [, inside] = /^\$\((.*)\)$/s.exec(written) ?? [];
  if (inside === undefined) return wordOf(written.slice(1));
  const isLone = /^\s*[\w.]+\s*$/.test(inside);
  let isKnown = true;
  const text = inside.trim().replace(tokens, (token) => {
    if (!/^[A-Za-z_]/.test(token) || words.has(token)) return token;
    if (token === "true" || token === "false") return token === "true" ? "True" : "False";
    const found = wordOf(token);
    isKnown &&= found !== undefined;
    return found === undefined || isLone || /^[\w.]+$/.test(found) ? (found ?? token) : `(${found})`;
  });
  return isKnown ? text : undefined;
}
