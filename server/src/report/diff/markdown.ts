/** What Markdown would take for markup, said as it is; brackets without a link behind them are none, nor is a line inside a word. */
export const escaped = (text: string): string =>
  text.replace(/[\\|<>`*#&~]|(?<!\w)_|_(?!\w)|\](?=[([:])/g, "\\$&").replace(/\s+/g, " ");

/** Between backticks, more of them than are inside; a bar would end the cell of a table. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const pad = longest ? " " : "";
  return fence + pad + text.replace(/\s+/g, " ").replaceAll("|", "\\|") + pad + fence;
}

/** What is folded away until somebody asks. */
export const folded = (title: string, body: readonly string[]): readonly string[] => [
  "<details>",
  `<summary>${title}</summary>`,
  "",
  ...body,
  "",
  "</details>",
];
