import assert from "node:assert/strict";
import { test } from "node:test";
import { gcd, lcm } from "../../server/src/core/divisors";

test("divisors of what is not known are not known, and end", () => {
  assert.equal(gcd(12, 18), 6);
  assert.equal(lcm(4, 6), 12);
  for (const [a, b] of [
    [4, Number.NaN],
    [Number.NaN, 4],
    [4, Number.POSITIVE_INFINITY],
  ] as const)
    assert.ok(Number.isNaN(gcd(a, b)), `${a}, ${b}`);
});
