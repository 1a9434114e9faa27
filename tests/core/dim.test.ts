import assert from "node:assert/strict";
import { test } from "node:test";
import {
  add,
  atLeast,
  canEqual,
  ceilDiv,
  compare,
  type Dim,
  divide,
  divisible,
  floorDiv,
  isKnown,
  mul,
  multipleOf,
  showDim,
  showShape,
  symbol,
  unknown,
} from "../../server/src/core/dim";
import { evaluate } from "../support/evaluate";

const H = symbol("H");
const W = symbol("W");

test("sums and products have one form, however they are reached", () => {
  assert.equal(showDim(add(H, 1, H)), "2·H + 1");
  assert.equal(compare(mul(add(H, 1), 2), add(mul(2, H), 2)), "yes");
  assert.equal(compare(mul(H, W), mul(W, H)), "yes");
  assert.equal(add(H, mul(H, -1)), 0);
});

test("a chain of windows stays one division", () => {
  const halved = floorDiv(add(H, 1), 2);
  assert.equal(showShape([8, halved, floorDiv(halved, 2)]), "[8, ⌊(H + 1)/2⌋, ⌊(H + 1)/4⌋]");
  assert.equal(showDim(floorDiv(mul(H, 4), 2)), "2·H");
});

test("a division is in lowest terms", () => {
  assert.equal(showDim(floorDiv(mul(H, 4), 6)), "⌊2·H/3⌋");
  assert.equal(showDim(floorDiv(add(mul(H, 2), 1), 4)), "⌊H/2⌋");
});

test("a quotient is exact, or there is none", () => {
  assert.equal(divide(12, 4), 3);
  assert.equal(divide(12, 5), undefined);
  assert.equal(showDim(divide(mul(H, 400), 400)!), "H");
  assert.equal(showDim(divide(mul(H, W, 6), mul(W, 2))!), "3·H");
  assert.equal(showDim(divide(mul(add(H, 1), add(W, H, -2)), add(H, 1))!), "W + H - 2");
  assert.equal(divide(mul(H, 400), 300), undefined);
  assert.equal(divide(H, W), undefined);
  assert.equal(divide(H, 0), undefined);
  assert.equal(divide(0, 0), undefined);
  assert.equal(divide(unknown, 2), undefined);
  assert.equal(divide(H, unknown), undefined);
});

test("a product divided by one of its factors is the other", () => {
  const random = numbers(2);
  const some = (): Dim => add(random(9) - 4, mul(H, random(7) - 3), mul(W, random(5) - 2), mul(H, W, random(3) - 1));
  for (let run = 0; run < 2_000; run++) {
    const [a, b] = [some(), some()];
    const quotient = divide(mul(a, b), b);
    if (b !== 0) assert.equal(compare(quotient ?? unknown, a), "yes", `${showDim(a)} times ${showDim(b)}`);
    const other = divide(a, b);
    if (other !== undefined) assert.equal(compare(mul(other, b), a), "yes", `${showDim(a)} over ${showDim(b)}`);
  }
});

test("a multiple is denied only where no size makes it one", () => {
  assert.equal(multipleOf(mul(H, 400), 300), "maybe");
  assert.equal(multipleOf(mul(H, 400), 25), "yes");
  assert.equal(multipleOf(add(mul(H, 4), 1), 6), "no");
  assert.equal(multipleOf(add(mul(H, 4), 2), 6), "maybe");
  assert.equal(multipleOf(13, 5), "no");
  assert.equal(multipleOf(unknown, 5), "maybe");
  assert.equal(canEqual(mul(H, 400), 420), "no");
  assert.equal(canEqual(mul(H, 400), 800), "maybe");
  assert.equal(canEqual(mul(H, 2), add(mul(W, 4), 1)), "no");
  assert.equal(canEqual(20, 20), "yes");
  assert.equal(canEqual(unknown, 20), "maybe");
  assert.equal(canEqual(add(H, unknown), 20), "maybe");
});

test("only what differs for every size is a difference", () => {
  assert.equal(compare(H, add(H, 1)), "no");
  assert.equal(compare(H, 5), "maybe");
  assert.equal(compare(H, W), "maybe");
  assert.equal(compare(unknown, 5), "maybe");
  assert.equal(divisible(H, 2), "maybe");
  assert.equal(divisible(12, 5), "no");
  assert.equal(atLeast(0, 1), "no");
});

test("what is unknown stays unknown, and shows as a question mark", () => {
  for (const dim of [add(unknown, 3), mul(unknown, H), floorDiv(unknown, 2), add(H, unknown)]) {
    assert.equal(isKnown(dim), false);
    assert.equal(showDim(dim), "?");
  }
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("an expression evaluates to what the same steps give on numbers", () => {
  const random = numbers(1);
  for (let run = 0; run < 3_000; run++) {
    const sizes = { H: 1 + random(300), W: 1 + random(300) };
    let dim: Dim = random(2) ? H : add(H, W);
    let value = evaluate(dim, sizes);
    for (let step = 0; step < 6; step++) {
      const by = 1 + random(5);
      const what = random(4);
      if (what === 0) [dim, value] = [add(dim, by - 3), value + by - 3];
      else if (what === 1) [dim, value] = [mul(dim, by), value * by];
      else if (what === 2) [dim, value] = [floorDiv(dim, by), Math.floor(value / by)];
      else [dim, value] = [ceilDiv(dim, by), Math.ceil(value / by)];
    }
    assert.equal(evaluate(dim, sizes), value + 0, showDim(dim));
  }
});
