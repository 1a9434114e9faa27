/** One row of a Markdown table; a bar inside a cell would end it. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(head), `|${head.map(() => "---").join("|")}|`, ...rows].join("\n");

/** Sentences one behind the other; a full stop of full width has its blank inside. */
export const inParagraph = (sentences: readonly string[]): string => sentences.join(" ").replaceAll("。 ", "。");
