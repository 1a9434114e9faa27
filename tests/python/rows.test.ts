import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { figuresOf, type Row } from "../support/own-rows";

interface Recorded {
  readonly row: Row;
  readonly parameters: number;
  readonly shape: readonly number[];
  /** Of layers with weights; products of matrices come on top of that. */
  readonly macs: number;
}

const multiplies = new Set(["Carafe", "MHSA", "TransformerUnit"]);

const recorded: readonly Recorded[] = JSON.parse(readFileSync("tests/beside/modules.json", "utf8"));

describe("rows with classes of a file give what PyTorch makes of them", () => {
  for (const { row, parameters, shape, macs } of recorded)
    it(JSON.stringify(row), () => {
      const found = figuresOf(row, "tests/beside/modules.py");
      assert.deepEqual([found.parameters, found.shape, found.told], [parameters, shape, []]);
      if (multiplies.has(row[0])) assert.ok(Number(found.macs) > macs);
      else assert.equal(found.macs, macs);
    });
});
