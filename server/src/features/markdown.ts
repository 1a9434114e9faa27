/** No list in a hover is longer; a reader who wants more has the summary. */
const most = 8;

/** A table without the columns that say nothing in any row; the first tells the rows apart and stays. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const told = heads.map((_, i) => i === 0 || rows.some((cells) => cells[i] !== "" && cells[i] !== "0"));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, i) => told[i]).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The first rows, and one that says that there are more. */
export const bounded = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.length <= most ? rows : [...rows.slice(0, most), rows[0]!.map((_, i) => (i === 0 ? "…" : ""))];
