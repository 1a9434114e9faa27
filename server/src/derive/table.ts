/** One row of a Markdown table; a bar inside a cell would end it. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(head), `|${head.map(() => "---").join("|")}|`, ...rows].join("\n");
