import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { add, floorDiv, mul, showDim, symbol, unknown } from "../../server/src/core/dim";
import { evaluate, symbolsIn } from "../../server/src/core/evaluate";
import { readDim } from "../../server/src/core/read-dim";
import { shapeComment, showSaid } from "../../server/src/core/shape-comment";

const [h, w] = [symbol("H"), symbol("W")];

describe("a size as people write it", () => {
  const dims = [
    7,
    h,
    add(h, 1),
    add(h, -2),
    mul(h, -1),
    mul(16, h, w),
    floorDiv(add(h, 1), 2),
    add(mul(8, floorDiv(add(h, 1), 2)), w, -3),
    floorDiv(mul(3, h), 5),
  ];
  for (const dim of dims)
    it(`is read back: ${showDim(dim)}`, () => assert.equal(showDim(readDim(showDim(dim)) ?? unknown), showDim(dim)));

  for (const [text, shown] of [
    ["H // 2", "⌊H/2⌋"],
    ["(H - 1) // 2 + 1", "⌊(H + 1)/2⌋"],
    ["2*H*W", "2·H·W"],
    ["?", "?"],
  ] as const)
    it(`is what a keyboard has: ${text}`, () => assert.equal(showDim(readDim(text) ?? unknown), shown));

  for (const text of ["", "3x3", "H /", "H / 2", "(H", "1.5", "2 2", "H // 0", "a.b", "⌊H⌋", "-"])
    it(`is none: ${text}`, () => assert.equal(readDim(text), undefined));

  it("has words for sizes and a number for each of them", () => {
    const dim = add(mul(2, floorDiv(add(h, 1), 2)), w);
    assert.deepEqual([...symbolsIn(dim)].sort(), ["H", "W"]);
    assert.equal(
      evaluate(dim, (word) => (word === "H" ? 7 : 3)),
      11,
    );
  });
});

describe("a comment about a shape", () => {
  const said = (text: string): string | undefined => {
    const read = shapeComment({ text, span: { from: 10, to: 10 + text.length } });
    if (!read) return undefined;
    const places = [...read.shapes.flatMap(({ dims }) => dims), ...Object.values(read.figures)];
    return `${showSaid(read)} | ${places.map(({ span }) => text.slice(span.from - 10, span.to - 10)).join(" ")}`;
  };
  for (const [text, read] of [
    ["# => [16, 30, 30]", "[16, 30, 30] | 16 30 30"],
    ["#=>[ 16,30 ,30 ]", "[16, 30, 30] | 16 30 30"],
    ["# => [8, ⌊(H + 1)/2⌋, ?] params=224", "[8, ⌊(H + 1)/2⌋, ?] params=224 | 8 ⌊(H + 1)/2⌋ ? 224"],
    [
      "# => [49, 64] [49, N, N] macs=6272·N + 802816",
      "[49, 64] [49, N, N] macs=6272·N + 802816 | 49 64 49 N N 6272·N + 802816",
    ],
    ["# => [10] params=1,290, all of them trained", "[10] params=1290 | 10 1,290"],
    ["# => [10] (params=5130)", "[10] | 10"],
    ["# => [10] macs=1_280 params=1290 in all", "[10] params=1290 macs=1280 | 10 1_280 1290"],
    ["# => params=12.", "params=12 | 12"],
    ["# => [10] params=1.3M macs=2k", "[10] | 10"],
    ["# => [16, 30, 30], before it is pooled", "[16, 30, 30] | 16 30 30"],
  ] as const)
    it(`is read: ${text}`, () => assert.equal(said(text), read));

  for (const text of ["# => see below", "# [16, 30, 30]", "# => 16x30x30", "# => [16, 30x30]", "# =>", "# -> [3]"])
    it(`is prose: ${text}`, () => assert.equal(said(text), undefined));
});
