import type { randomly } from "./random";

type Random = ReturnType<typeof randomly>;

interface Kind {
  readonly native: string;
  readonly row: string;
}

/** Layers that change nothing, wherever they stand or behind another of their kind. */
const idle: readonly Kind[] = [
  { native: "ReLU", row: "nn.ReLU, []" },
  { native: "ReLU", row: "nn.ReLU, []" },
  { native: "MaxPool2d: { kernel_size: 1 }", row: "nn.MaxPool2d, [1]" },
  { native: "Upsample: { scale_factor: 1 }", row: "nn.Upsample, [None, 1, nearest]" },
  { native: "Dropout: { p: 0 }", row: "nn.Dropout, [0]" },
];

const notes = ["", "", " # %", " # %-P3/8", " # a note", "  # % (small)"];

/**
 * A network of convolutions, each with another kernel so that it is known again, with layers between them that change
 * nothing or repeat the one before, read by number and by name, in both formats and many styles.
 */
export function withIdleLayers(random: Random): { readonly path: string; readonly text: string } {
  const style = random.one(["lines", "tall", "brackets", "one line", "json", "rows", "rows", "row brackets"] as const);
  if (style === "rows" || style === "row brackets") return { path: "m.yaml", text: ended(random, rows(random, style)) };
  const isJson = style === "json";
  const names = new Names();
  const body = list(random, 3 + random.below(9), names, style);
  const outputs = random.chance(0.3) && names.known.length ? [`outputs: [${random.one(names.known)}, -1]`] : [];
  if (isJson) return { path: "m.cnn.json", text: `{ "input": [4, 8, 8], "layers": ${body} }\n` };
  const block = list(random, 1 + random.below(5), new Names("b"), style);
  const blocks = body.includes("Stage") ? [`blocks:\n  Stage:\n    layers:${block.replace(/\n/g, "\n  ")}`] : [];
  const text = ["input: [4, 8, 8]", `layers:${body}`, ...outputs, ...blocks, ""].join("\n");
  return { path: "m.cnn.yaml", text: ended(random, text) };
}

const ended = (random: Random, text: string): string => {
  const lines = random.chance(0.2) ? text.replace(/\n/g, "\r\n") : text;
  return random.chance(0.3) ? lines.trimEnd() : lines;
};

class Names {
  readonly known: string[] = [];
  constructor(readonly letter = "n") {}
  next(): string {
    this.known.push(`${this.letter}${this.known.length}`);
    return this.known.at(-1)!;
  }
}

type Style = "lines" | "tall" | "brackets" | "one line" | "json";

function list(random: Random, count: number, names: Names, style: Style): string {
  const layers = Array.from({ length: count }, (_, row) => layer(random, row, names, style));
  const isFlat = names.letter === "n" && random.chance(0.3);
  const flat = isFlat ? [[], random.one([[], [`name: ${names.next()}`]])] : [];
  const all = [...layers, ...flat.map((beside) => written("Flatten", beside, style, random))];
  const note = (row: number): string => random.one(notes).replace("%", String(row));
  if (style === "lines" || style === "tall")
    return all.map((one, row) => `${random.one(["", "", "\n  # above"])}\n  - ${one}${note(row)}`).join("");
  if (style === "one line") return ` [${all.join(", ")}]`;
  const comma = (row: number): string => (row < all.length - 1 ? "," : "");
  return ` [\n${all.map((one, row) => `    ${one}${comma(row)}${style === "json" ? "" : note(row)}`).join("\n")}\n  ]`;
}

function layer(random: Random, row: number, names: Names, style: Style): string {
  const number = (): string => String(-1 - random.below(row + 1));
  const known = [...names.known];
  const source = (): string => (known.length && random.chance(0.4) ? random.one(known) : number());
  const isJoin = random.chance(0.15);
  const call = isJoin
    ? "Add"
    : random.chance(0.1) && style !== "json" && names.letter === "n"
      ? "Stage"
      : random.chance(0.3)
        ? `Conv2d: { out_channels: 4, kernel_size: ${2 * row + 1}, padding: ${row} }`
        : random.one(idle).native;
  const beside = [
    ...(random.chance(0.3) ? [`name: ${names.next()}`] : []),
    ...(isJoin ? [`from: [${source()}, ${source()}]`] : random.chance(0.25) ? [`from: ${source()}`] : []),
    ...(!isJoin && random.chance(0.08) ? ["repeat: 2"] : []),
  ];
  return written(call, beside, style, random);
}

function written(call: string, beside: readonly string[], style: Style, random: Random): string {
  const isAlone = !beside.length && !call.includes(":");
  const whole = call.includes(":") ? call : `${call}: ${style === "json" ? "{}" : "null"}`;
  const words = (text: string): string =>
    text.replace(/[A-Za-z_]\w*/g, (word) => (word === "null" ? word : `"${word}"`));
  if (style === "json") return isAlone ? `"${call}"` : words(`{ ${[whole, ...beside].join(", ")} }`);
  if (isAlone) return call;
  const isTall = style === "tall" || (style === "lines" && random.chance(0.3));
  return isTall
    ? [call.includes(":") ? call : `${call}:`, ...beside].join("\n    ")
    : `{ ${[whole, ...beside].join(", ")} }`;
}

function rows(random: Random, style: "rows" | "row brackets"): string {
  const count = 4 + random.below(9);
  const split = 1 + random.below(count - 2);
  const source = (row: number): string =>
    row === 0 || random.chance(0.6)
      ? "-1"
      : random.chance(0.5)
        ? String(random.below(row))
        : `-${1 + random.below(row)}`;
  const all = Array.from({ length: count }, (_, row) => {
    if (row === 0 || random.chance(0.3)) return `[${source(row)}, 1, Conv, [8, ${2 * row + 1}]]`;
    if (random.chance(0.15)) return `[[${source(row)}, ${source(row)}], 1, Concat, [1]]`;
    const times = random.chance(0.1) ? 2 : 1;
    return `[${source(row)}, ${times}, ${random.one(idle).row}]`;
  });
  const note = (row: number): string => random.one(notes).replace("%", String(row));
  const part = (from: number, to: number): string => {
    const some = all.slice(from, to);
    if (style === "rows") return some.map((row, i) => `\n  - ${row}${note(from + i)}`).join("");
    const last = random.one(["", ","]);
    return ` [\n${some.map((row, i) => `   ${row}${i < some.length - 1 ? "," : last}${note(from + i)}`).join("\n")}\n  ]`;
  };
  return `nc: 4\nbackbone:${part(0, split)}\nhead:${part(split, count)}\n`;
}
