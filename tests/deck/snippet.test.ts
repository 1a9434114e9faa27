import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card } from "../../server/src/deck/card";
import { cardPage } from "../../server/src/deck/card-page";
import { builtIn, cardCalled } from "../../server/src/deck/deck";
import { snippetLines } from "../../server/src/deck/snippet";

const card = (question: string, answer: string): Card => ({
  id: "a",
  question,
  answer,
  tags: [],
  operators: [],
  rules: [],
  span: { from: 0, to: 0 },
});

describe("a card as comments", () => {
  it("has the question, and the answer below it", () => {
    assert.deepEqual(snippetLines(card("How many?", "Three.")), ["# Q: How many?", "# A: Three."]);
  });

  it("wraps paragraphs, hangs the entries of lists, and keeps empty lines", () => {
    const answer = `It is ${"very ".repeat(16)}long.\n\n- one ${"and ".repeat(20)}more\n  of it\n- two`;
    assert.deepEqual(snippetLines(card("Why\nso?", answer)), [
      "# Q: Why so?",
      "# A: It is very very very very very very very very very very very very very",
      "#    very very very long.",
      "#",
      "#    - one and and and and and and and and and and and and and and and and",
      "#      and and and and more of it",
      "#    - two",
    ]);
  });

  it("puts a list below the label", () => {
    assert.deepEqual(snippetLines(card("Which?", "1. one\n2. two")), [
      "# Q: Which?",
      "# A:",
      "#    1. one",
      "#    2. two",
    ]);
  });

  it("writes formulas without their dollar signs", () => {
    assert.deepEqual(
      snippetLines(card("Size?", "It is $25{,}088·10$, or **more**.")).at(1),
      "# A: It is 25,088·10, or more.",
    );
  });

  it("leaves the dollar signs of code", () => {
    const answer = "`$channels` and `$stride` are **given**, one formula is $a·b$.";
    assert.deepEqual(snippetLines(card("Q", answer)).slice(1), [
      "# A: `$channels` and `$stride` are given, one formula is a·b.",
    ]);
  });

  it("lets a word that is too long stand alone", () => {
    const long = "x".repeat(90);
    assert.deepEqual(snippetLines(card("Q", `a ${long} b`)).slice(1), ["# A: a", `#    ${long}`, "#    b"]);
  });

  for (const one of builtIn().cards)
    it(`fits into a file: ${one.id}`, () => {
      const lines = snippetLines(one);
      for (const line of lines) {
        assert.match(line, /^#( |$)/);
        assert.ok(line.length <= 76, line);
        assert.doesNotMatch(line, /\$|\{,\}| $|^# *=>|convlint-/);
      }
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      const uncommented = lines
        .map((line) => line.slice(1))
        .join(" ")
        .replace(/[QA]:/g, "");
      const said = `${one.question} ${one.answer}`.replaceAll("{,}", ",").replaceAll("$", "");
      assert.deepEqual(words(uncommented), words(said));
    });
});

describe("a snippet in Chinese", () => {
  it("ends lines between signs, each as wide as two letters", () => {
    const lines = snippetLines(card("步幅是什么？", "卷积核从一个窗口到下一个窗口移动的像素数。".repeat(5)));
    assert.equal(lines.length, 4);
    for (const line of lines) assert.ok(line.length <= 41, line);
    for (const line of lines) assert.doesNotMatch(line, /^#\s*。/);
  });
});

describe("a card as a page", () => {
  it("says what the text says and what is right, and shows the model", () => {
    const page = cardPage(cardCalled("pooling-size")!);
    assert.match(page, /^# How large is the map that pooling leaves\?\n\n/);
    assert.match(page, /\n> The text says: The size is input size\/kernel size\.\n\n\*\*Mind:\*\* That holds only/);
    assert.match(
      page,
      /\n```yaml\ninput: \[1, 32, 32\]\nlayers:\n[\s\S]*from: half\noutputs: \[thirds, overlapping\]\n```\n/,
    );
    assert.match(
      page,
      /\nOperators: MaxPool2d, AvgPool2d {2}\nRules: kernel-fits-input, pixels-never-read {2}\nTags: sizes, pooling\n$/,
    );
  });

  it("leaves out what a card does not have", () => {
    assert.equal(cardPage(card("Q", "A")), "# Q\n\nA\n");
  });
});
