const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** Numbers that only parsers write: hexadecimal, octal, infinite, none. */
const oddNumber = /^[-+]?(?:0[xo]|\.(?:inf|nan))/i;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
]);

/** What a text without quotes stands for in YAML 1.2; nothing where only the parser should say. */
export function plainValue(source: string): string | number | boolean | null | undefined {
  const first = source.charCodeAt(0);
  // Letters, and signs above them: no number begins with one.
  if (first >= 65) return source.length > 5 ? source : words.has(source) ? words.get(source)! : source;
  if (number.test(source)) return Number(source);
  return oddNumber.test(source) ? undefined : source;
}
