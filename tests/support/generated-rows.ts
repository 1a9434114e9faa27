import type { randomly } from "./random";

type Random = ReturnType<typeof randomly>;

export interface Generated {
  readonly path: string;
  readonly style: string;
  readonly text: string;
}

const styles = [
  "lines",
  "tall brackets",
  "one line",
  "mixed lines",
  "native lines",
  "native brackets",
  "json",
] as const;

/** A file of rows that read what stands above them, in one of the styles in which people write lists. */
export function generated(random: Random): Generated {
  const style = random.one(styles);
  const count = 2 + random.below(9);
  const isNative = style.startsWith("native") || style === "json";
  const names: (string | undefined)[] = [];
  const rows = Array.from({ length: count }, (_, row) => {
    names.push(isNative && random.chance(0.3) ? `n${row}` : undefined);
    return isNative
      ? layer(random, row, names, style)
      : `[${from(random, row)}, 1, ${random.one(["Conv", "C2f"])}, [${8 * (row + 1)}, 3]]`;
  });
  const text =
    style === "json" ? json(rows) : isNative ? native(random, rows, style) : ultralytics(random, rows, style);
  const lines = random.chance(0.3) ? text.replace(/\n/g, "\r\n") : text;
  const path = style === "json" ? "m.cnn.json" : isNative ? "m.cnn.yaml" : "m.yaml";
  return { path, style, text: random.chance(0.3) && style !== "json" ? lines.trimEnd() : lines };
}

const one = (random: Random, row: number): string =>
  row === 0 || random.chance(0.6)
    ? "-1"
    : random.chance(0.5)
      ? String(random.below(row))
      : String(-1 - random.below(row));

const from = (random: Random, row: number): string =>
  random.chance(0.7) ? one(random, row) : `[${one(random, row)}, ${one(random, row)}]`;

function layer(random: Random, row: number, names: readonly (string | undefined)[], style: string): string {
  const isJson = style === "json";
  const quote = (word: string): string => (isJson ? `"${word}"` : word);
  const reads = (): string => {
    const above = names.slice(0, row).filter((name) => name !== undefined);
    return above.length && random.chance(0.4) ? quote(random.one(above)) : String(-1 - random.below(row + 1));
  };
  const siblings = [
    ...(names[row] === undefined ? [] : [`${quote("name")}: ${quote(names[row])}`]),
    ...(random.chance(0.4) ? [`${quote("from")}: ${random.chance(0.6) ? reads() : `[${reads()}, ${reads()}]`}`] : []),
  ];
  const op = random.one(["ReLU", "Add", "Dropout"]);
  const args = op === "Dropout" ? `{ ${quote("p")}: 0.5 }` : "";
  if (!siblings.length && !args) return quote(op);
  const call = `${quote(op)}: ${args || (isJson ? "{}" : "null")}`;
  return style === "native lines" && random.chance(0.7)
    ? [call, ...siblings].join("\n    ")
    : `{ ${[call, ...siblings].join(", ")} }`;
}

const blanks = (random: Random): string => random.one(["", "", "", "\n", "  \n", "  # a note\n", "\n  # a\n  # b\n"]);

const note = (random: Random, row: number): string =>
  random.one(["", "", ` # ${row}`, ` # ${row}-P3/8`, " # cat", "  ", ` # ${row} (P4/16-small)  `]);

const listed = (random: Random, rows: readonly string[], first: number): string =>
  rows.map((row, i) => `${blanks(random)}  - ${row}${row.includes("\n") ? "" : note(random, first + i)}\n`).join("");

/** Between brackets, a row a line; the last may have its comma, and the bracket may stand on its line. */
function tall(random: Random, rows: readonly string[], first: number): string {
  const isHeaded = random.chance(0.5);
  const last = random.one([",\n  ]\n", "\n  ]\n", "]\n", " # end\n  ]\n", ", # end\n ]\n"]);
  const lines = rows.map((row, i) => {
    const lead = i ? "   " : isHeaded ? "  [" : "  [\n   ";
    const isLast = i === rows.length - 1;
    return lead + row + (isLast ? last : `,${note(random, first + i)}\n${random.one(["", "", "\n", "   \n"])}`);
  });
  return `\n${lines.join("")}`;
}

function ultralytics(random: Random, rows: readonly string[], style: string): string {
  const split = 1 + random.below(rows.length - 1);
  const part = (some: readonly string[], first: number): string => {
    if (style === "tall brackets") return tall(random, some, first);
    if (style === "one line") return ` [${some.join(random.one([", ", ","]))}]\n`;
    if (style === "mixed lines")
      return ` [${some.map((row, i) => row + (i < some.length - 1 ? random.one([", ", ",", ",\n  "]) : "")).join("")}]\n`;
    return `\n${listed(random, some, first)}`;
  };
  return `nc: 4\nbackbone:${part(rows.slice(0, split), 0)}\nhead:${part(rows.slice(split), split)}`;
}

function native(random: Random, rows: readonly string[], style: string): string {
  const list = style === "native lines" ? `\n${listed(random, rows, 0)}` : ` [${rows.join(", ")}]\n`;
  return `input: [3, 8, 8]\nlayers:${list}${random.chance(0.3) ? "outputs: [-1]\n" : ""}`;
}

const json = (rows: readonly string[]): string => `{
  "input": [3, 8, 8],
  "layers": [
${rows.map((row) => `    ${row}`).join(",\n")}
  ]
}
`;
