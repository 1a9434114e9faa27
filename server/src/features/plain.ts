/** Markdown of our own making for readers who see every asterisk; tables become columns parted by tabs. */
export const plain = (markdown: string): string =>
  markdown
    .split("\n")
    .filter((line) => !/^\|(?: -+ \|)+$/.test(line))
    .map((line) =>
      line
        .replace(/^\| ?(.*?) ?\|$/, (_, row: string) => row.replaceAll(" | ", "\t"))
        .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1: $2")
        .replace(/\*\*|`/g, ""),
    )
    .join("\n");
