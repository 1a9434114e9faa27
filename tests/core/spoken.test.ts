import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { batch } from "../../server/src/core/batch";
import { unknown } from "../../server/src/core/dim";
import { beside, render, say } from "../../server/src/core/message";
import { spoken, spokenShape } from "../../server/src/core/spoken";

const plain = { plain: true } as const;
const first = { plain: true, channels: "first" } as const;

describe("plain words", () => {
  it("stand for signs", () => {
    const pairs = [
      ["⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24", "(28 + 2 times 0 minus 5) divided by 1 rounded down + 1 = 24"],
      ["⌈⌊7 / 2⌋ / 2⌉", "7 divided by 2 rounded down divided by 2 rounded up"],
      ["3·3·1·16 = 144", "3 times 3 times 1 times 16 = 144"],
      ["64 × width 0.25", "64 times width 0.25"],
      ["3×3 windows of 28×28 px", "3 by 3 windows of 28 by 28 pixels"],
      ["nc is an integer ≥ 1, not 0", "nc is an integer at least 1, not 0"],
      ["from −1 to −2, or 32k − 7", "from minus 1 to minus 2, or 32k minus 7"],
      ["28–31 px", "28 to 31 pixels"],
      ["3.99 M of 27.7 G", "3.99 million of 27.7 billion"],
      ["56.3 KiB, 5 GB", "56.3 KiB, 5 GB"],
      ["(3×)", "(3 times)"],
      ["`[1, 2]` → `[3]`", "`[1, 2]` gives `[3]`"],
      ["nothing to say: a-b, c/d", "nothing to say: a-b, c/d"],
    ] as const;
    for (const [signs, words] of pairs) assert.equal(spoken(signs, plain), words);
    for (const [, words] of pairs) assert.equal(spoken(words, plain), words, "said twice");
  });

  it("say what the axes of an image are", () => {
    assert.equal(spokenShape([16, 30, 20], first), "30 by 20, 16 channels");
    assert.equal(spokenShape([30, 20, 16], { plain: true, channels: "last" }), "30 by 20, 16 channels");
    assert.equal(spokenShape([1, 28, 28], first), "28 by 28, 1 channel");
    assert.equal(spokenShape([16, 30, 20], plain), "16 by 30 by 20");
    assert.equal(spokenShape([16, unknown, 20], first), "unknown by 20, 16 channels");
    assert.equal(spokenShape([batch, 16, 30, 20], first), "a batch of 30 by 20, 16 channels");
    assert.equal(spokenShape([14400], first), "14400 values");
    assert.equal(spokenShape([1], first), "1 value");
    assert.equal(spokenShape([197, 768], first), "197 by 768");
  });

  it("are those of a language where it has them", () => {
    const words = new Map([
      ["times", "mal"],
      ["{0} by {1}, {2} channels", "{2} Kanäle von {0} mal {1}"],
      ["{0} gives {1}", "aus {0} wird {1}"],
    ]);
    const voice = { ...first, translate: (text: string) => words.get(text) };
    assert.equal(render(say`${[16, 30, 20]} gives ${"3·3"}`, voice), "aus 16 Kanäle von 30 mal 20 wird 3 mal 3");
  });

  it("join with commas", () => {
    const parts = [say`${448} parameters`, say`${144} MACs`];
    assert.equal(render(beside(parts)), "448 parameters · 144 MACs");
    assert.equal(render(beside(parts, plain), plain), "448 parameters, 144 MACs");
  });
});
