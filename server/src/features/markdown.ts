/** No list in a hover is longer; a reader who wants more has the summary. */
const most = 8;

export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "-"), ...rows]
    .map((cells, i) => (i === 1 ? `|${cells.join("|")}|` : `| ${cells.join(" | ")} |`))
    .join("\n");

/** The first rows, and one that says that there are more. */
export const bounded = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.length <= most ? rows : [...rows.slice(0, most), rows[0]!.map((_, i) => (i === 0 ? "…" : ""))];
