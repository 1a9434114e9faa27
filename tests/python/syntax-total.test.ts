import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parsePython } from "../../server/src/python/syntax/parse";
import { pythonTexts } from "../support/python-texts";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

const written = [
  "import torch.nn as nn\n\n\nclass Net(nn.Module):\n    def __init__(self, c=1.):\n        super().__init__()\n",
  "        self.fc = nn.Linear(\n            8, 10, bias=True)  # => [10]\n\n    @property\n    def f(self, *a, **k):\n",
  "        if not self.x and a[::2, ..., None]:\n            yield f'{a!r:>{k}}' 'b' + '''c'''\n        else:\n",
  "            return [i for i, _ in a if (j := i) > 2] or {**k, 'a': lambda: a}\n\nmatch x:\n    case [1, *y]: pass\n",
  "try:\n    from .a import (b, c as d,)\nexcept (A, B) as e:\n    raise X from e\nfinally:\n    with a as b: del b\n",
].join("");

const texts = [written, ...pythonTexts().map(({ text }) => text)];

describe("broken Python", () => {
  it("is read wherever it ends", () => {
    for (let end = 0; end <= written.length; end++) parsePython(written.slice(0, end));
  });

  it("is read without any of its lines", () => {
    const { one, below } = randomly(11);
    for (let i = sample(5000, "lines taken out of Python"); i > 0; i -= 3) {
      const lines = one(texts).split("\n");
      for (let k = 0; k < 3; k++) lines.splice(below(lines.length), 1);
      parsePython(lines.join("\n"));
    }
  });

  const deep = 9_000;
  const hostile: { readonly [name: string]: string } = {
    "ten thousand brackets": `x = ${"(".repeat(10_000)}${")".repeat(10_000)}`,
    "brackets that nothing closes": "[{(".repeat(deep),
    "a line of a million characters": `x = [${"1, ".repeat(333_333)}]`,
    "a string of a hundred thousand characters": `x = "${"a".repeat(100_000)}"`,
    "a text in quotes that never end": `"""${"a".repeat(100_000)}`,
    "a sum of thousands": `x = ${"1 + ".repeat(deep / 2)}1`,
    "a chain of thousands": `x = a${".b()".repeat(deep / 4)}`,
    "a decorator of thousands": `@a${".b".repeat(deep / 2)}\ndef f(): pass`,
    "signs of thousands": `x = ${"not - ".repeat(deep / 2)}1`,
    "lambdas inside of lambdas": "lambda: ".repeat(deep / 2),
    "choices inside of choices": `x = ${"a if b else ".repeat(deep / 4)}c`,
    "indents without end": Array.from({ length: 2_000 }, (_, i) => `${" ".repeat(i)}if x:\n`).join(""),
    "strings inside of strings": "f'{f\"{".repeat(deep / 4),
    "patterns of thousands": `match x:\n case ${"a|".repeat(deep / 2)}b: pass`,
    "what is no Python": "?!$\0\ufffd".repeat(deep / 8),
  };
  for (const [name, text] of Object.entries(hostile))
    it(`is read, be it ${name}`, () => {
      const { body } = parsePython(text);
      assert.ok(depthOf(body) < 3_000);
    });
});

/** How far a tree goes down, counted without going down. */
function depthOf(root: unknown): number {
  let level: unknown[] = [root];
  let depth = 0;
  for (; level.length; depth++)
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  return depth;
}
