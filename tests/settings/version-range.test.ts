import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rangeOf } from "../../server/src/settings/version-range";

describe("a range of versions", () => {
  const cases: readonly (readonly [range: string, inside: string, outside: string])[] = [
    [">=0.1", "0.1.0 0.1.9 1.0.0", "0.0.9"],
    [">=0.1 <0.3", "0.1.0 0.2.9", "0.3.0 0.0.1"],
    [">= 0.1, < 1", "0.9.9", "1.0.0"],
    [">1.2", "1.3.0 2.0.0", "1.2.0 1.2.9"],
    ["<=1.2", "1.2.9 0.1.0", "1.3.0"],
    ["^1.2.3", "1.2.3 1.9.0", "1.2.2 2.0.0"],
    ["^0.2.3", "0.2.3 0.2.9", "0.3.0 0.2.2"],
    ["^0.0.3", "0.0.3", "0.0.4"],
    ["^0.2", "0.2.0 0.2.9", "0.3.0"],
    ["^0", "0.0.0 0.9.9", "1.0.0"],
    ["~1.2.3", "1.2.3 1.2.9", "1.3.0"],
    ["~1.2", "1.2.0 1.2.9", "1.3.0"],
    ["~1", "1.0.0 1.9.9", "2.0.0"],
    ["1.2", "1.2.0 1.2.7", "1.3.0 1.1.9"],
    ["1.x", "1.0.0 1.9.9", "2.0.0 0.9.9"],
    ["1.2.3", "1.2.3", "1.2.4"],
    ["=v1.2.3", "1.2.3", "1.2.2"],
    ["*", "0.0.0 9.9.9", ""],
    ["0.1 - 0.3", "0.1.0 0.3.9", "0.4.0 0.0.9"],
    ["~0.1.2 || ^2", "0.1.3 2.5.0", "0.2.0 1.0.0"],
    [">=1.0.0-beta.2", "1.0.0", "0.9.9"],
  ];
  for (const [range, inside, outside] of cases)
    it(range, () => {
      const fits = rangeOf(range)!;
      for (const version of inside.split(" ")) assert.ok(fits(version), version);
      for (const version of outside.split(" ").filter(Boolean)) assert.ok(!fits(version), version);
    });

  it("is nothing else", () => {
    for (const text of ["", "latest", ">=", "1.2.3.4", "a.b", "1 -", "|| 1", ">=1 && <2", "!1"])
      assert.equal(rangeOf(text), undefined, text);
  });
});
