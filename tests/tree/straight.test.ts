import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readStraight } from "../../server/src/tree/straight/read";
import { parseAny } from "../../server/src/tree/yaml";
import { bigNative, bigYolo } from "../support/big-model";
import { randomly } from "../support/random";

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => ending.test(file))
        .map((file) => readFileSync(join(folder, file), "utf8"))
    : [];
const written = [...filesIn("examples", /\.ya?ml$/), bigNative(30), bigYolo(30, 5)];
const fencedIn = (...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap((folder) => filesIn(folder, /\.md$/))
    .flatMap((page) => [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, body]) => body!));
const fenced = fencedIn("tests/rules", "tests/models");
/** Many of them are half typed, which is left to the parser. */
const typed = fencedIn("tests/features");
const strangers = filesIn("../shared/ultralytics/models", /\.ya?ml$/);

/** What the reader gives is what the parser gives, or nothing; whether it gave anything. */
function agrees(text: string): boolean {
  const straight = readStraight(text);
  if (straight) assert.deepEqual(straight, parseAny(text), JSON.stringify(text));
  return straight !== undefined;
}

/** Pieces that mean something in YAML, written where they belong or not. */
const pieces = [
  ..."-:#,[]{}\"'&*!|>%@`?~ \n\t\r\\$.<=+éü",
  ...["，", "：", "\u00a0", "\ufeff", "\ufffd", "\u2028", "\u0085", "\0"],
  ...["\n  ", "\n- ", ": ", "# ", "  - ", "key: ", "\r\n", " # c", "- - ", ": [", "]: ", "\n---\n", "\n...\n", "\n\n"],
  ...["[1, 2]", "{a: 1}", "{b}", "{c: }", "$" + "{x}", "0x1F", ".inf", "1e3", "-1", "a b", "64 3", "*a", "&a ", "<<: "],
  ...["# => [1, 2]", "# convlint-disable-next-line x\n", "name:", "Conv2d:", "None", "null", "true", "''", '""'],
];

/** A text with a few places changed: something left out, put in, written twice or moved. */
function changed(text: string, random: ReturnType<typeof randomly>): string {
  let now = text;
  for (let i = random.below(4); i >= 0; i--) {
    const at = random.below(now.length + 1);
    const length = random.chance(0.7) ? 1 : random.below(12);
    const cut = random.chance(0.5) ? "" : now.slice(at, at + length);
    const put = random.chance(0.4)
      ? ""
      : random.chance(0.8)
        ? random.one(pieces)
        : now.slice(at, at + random.below(30));
    now = now.slice(0, at) + put + now.slice(at + cut.length);
  }
  return now;
}

describe("the reader of texts written in the straight way", () => {
  it("reads nearly every model that is written by hand, as the parser does", () => {
    for (const texts of [written, fenced, strangers]) {
      const left = texts.filter((text) => !agrees(text));
      assert.ok(
        left.length <= 0.1 * texts.length,
        `${left.length} of ${texts.length}:\n${left.slice(0, 5).join("\n=====\n")}`,
      );
    }
    if (!strangers.length) console.log("LEFT OUT: ../shared is not there, so no models of other people were read");
  });

  it("reads lines that end as on Windows", () => {
    for (const text of written) if (readStraight(text)) assert.ok(agrees(text.replace(/\n/g, "\r\n")), text);
  });

  it("says nothing that the parser does not say, whatever is changed in a text", () => {
    const random = randomly(20);
    const bases = [...written, ...fenced, ...typed, ...strangers];
    const rounds = Number(process.env["ROUNDS"] ?? 1_500);
    let read = 0;
    for (let i = 0; i < rounds; i++) {
      const base = random.one(bases);
      const from = random.below(base.length);
      const text = base.length > 1_500 ? base.slice(base.indexOf("\n", from) + 1, from + 1_500) : base;
      if (agrees(changed(text, random))) read++;
    }
    assert.ok(read > rounds / 10, `only ${read} of ${rounds} were read`);
  });

  for (const [what, text] of Object.entries({
    "an anchor": "a: &x 1\nb: *x\n",
    "a tag": "a: !!str 1\n",
    "a text over two lines": "a: one\n  two\n",
    "a block of text": "a: |\n  one\n",
    "a second document": "a: 1\n---\nb: 2\n",
    "an escape": 'a: "\\t"\n',
    "a number that is none by hand": "a: 0x1F\n",
    "a merge": "a: 1\n<<: {b: 2}\n",
    "a missing comma": "a: [64 3]\n",
    "a missing space": "a:1\nb: 2\n",
    "a missing colon": "- Conv2d\n    kernel_size: 3\n",
    "a bracket that is never closed": "a: [1, 2\nb: 3\n",
    "a tab": "a:\n\tb: 1\n",
    nothing: "",
    "comments alone": "# one\n\n# two\n",
  }))
    it(`leaves ${what} to the parser`, () => assert.equal(readStraight(text), undefined));

  it("is not made slow or deep by what nobody writes", () => {
    for (const text of ["[".repeat(100_000), "- ".repeat(100_000), `a: ${" ".repeat(100_000)}`, "a:\n ".repeat(10_000)])
      assert.ok(agrees(text) || true);
  });
});
