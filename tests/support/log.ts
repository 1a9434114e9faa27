/** The table that a library prints while it builds a model, with the widths of its columns. */
export interface Printed {
  readonly from: number | readonly number[];
  readonly repeats: number;
  readonly module: string;
  /** A text stands as it is. */
  readonly args: unknown;
  readonly params: number;
}

export const header = (narrow = false): string =>
  `${"".padStart(3)}${"from".padStart(narrow ? 18 : 20)}  n    params  ${"module".padEnd(narrow ? 40 : 45)}${"arguments".padEnd(30)}`;

export function rowText({ from, repeats, module, args, params }: Printed, index: number, narrow = false): string {
  const [wide, name] = narrow ? [18, 40] : [20, 45];
  const reads = Array.isArray(from) ? `[${from.join(", ")}]` : String(from);
  const figures = `${String(index).padStart(3)}${reads.padStart(wide)}${String(repeats).padStart(3)}${String(params).padStart(10)}`;
  return `${figures}  ${module.padEnd(name)}${(typeof args === "string" ? args : python(args)).padEnd(30)}`;
}

export const tableText = (rows: readonly Printed[], narrow = false): string =>
  [header(narrow), ...rows.map((row, i) => rowText(row, i, narrow))].join("\n");

/** As Python's `str` writes a list. */
export function python(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  return typeof value === "string" ? `'${value}'` : String(value);
}
