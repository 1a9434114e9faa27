import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { IGrammar } from "vscode-textmate";
import { sample } from "../support/sample";
import { type Grammars, grammars, tokensOf } from "./tokens";

let yaml: Grammars;
before(async () => {
  yaml = await grammars();
});

/** Beyond 20,000 the editor itself gives up on a line. */
const length = sample(100_000, "characters of each line");
const long = (piece: string): string => piece.repeat(Math.ceil(length / piece.length));

/**
 * Long lines, each at a place where one of the patterns has to look at all of it. Those that open bracket after
 * bracket have 5 kB, for YAML itself remembers each of them.
 */
const lines: { readonly [what: string]: string } = {
  "an operator's name": `layers:\n  - ${long("A")}`,
  "no operator's name": `layers:\n  - ${long("A")}!`,
  "words that are no layer": `layers:\n  - ${long("some words, $x ")}`,
  "blanks before an operator": `layers:\n  - ${long(" ")}x`,
  arguments: `layers:\n  - Conv2d: { ${long("out_channels: 64, ")} }`,
  parameters: `layers:\n  - Conv2d: { ${long("a: $channels, ")} }`,
  "dollar signs": `layers:\n  - Conv2d: { a: ${long("$")} }`,
  "dollar signs and blanks": `layers:\n  - Conv2d: { a: ${long(" $")} }`,
  "an expression": `layers:\n  - Conv2d: { a: $(${long("a * 2 + ")}) }`,
  parentheses: `layers:\n  - Conv2d: { a: $(${long("(")} }`,
  "beginnings of expressions": `layers:\n  - Conv2d: { a: "${long("$( ")}" }`,
  references: `layers:\n  - Add:\n    from: [${long("stem, ")}]`,
  "a row": `head:\n  - [-1, 1, Conv, [${long("64, ")}]]`,
  "a row that reads many": `head:\n  - [[${long("-1, ")}0], 1, Concat, [1]]`,
  "a row that reads many and something else": `head:\n  - [[${long("-1, ")}x], 1, Concat, [1]]`,
  "a row that reads and reads": `head:\n  - ${long("[-1, ")}`.slice(0, 5_000),
  rows: `head: [${long("[-1, 1, Conv, [64]], ")}]`,
  "beginnings of rows": `head: [${long("[-1, 1, ")}`.slice(0, 5_000),
  blocks: `blocks:\n  ${long("A")}:`,
};

/** Milliseconds of work, however long the machine lets it wait. */
const timeOf = (grammar: IGrammar, text: string): number => {
  const start = process.cpuUsage();
  tokensOf(grammar, text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

describe("a long line takes no more than a few times what YAML takes for it", () => {
  for (const [what, text] of Object.entries(lines))
    it(what, () => {
      // On a busy machine one measurement says little; a pattern that is too slow is so every time.
      const tries: (readonly [plain: number, ours: number])[] = [];
      const isFast = (): boolean => tries.some(([plain, ours]) => ours < 4 * plain + (3_000 * length) / 100_000);
      while (tries.length < 3 && !isFast()) tries.push([timeOf(yaml.plain, text), timeOf(yaml.ours, text)]);
      assert.ok(
        isFast(),
        tries.map(([plain, ours]) => `${Math.round(ours)} ms, YAML alone ${Math.round(plain)} ms`).join("; "),
      );
    });
});
