import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { violations } from "./support/json-schema";

const schema = JSON.parse(readFileSync("docs/cnn.schema.json", "utf8"));
const check = (text: string) => violations(parse(text, { merge: true }), schema);

describe("the schema of the native format", () => {
  for (const file of readdirSync("examples").filter((name) => name.endsWith(".cnn.yaml")))
    it(`accepts ${file}`, () => assert.deepEqual(check(readFileSync(`examples/${file}`, "utf8")), []));

  const wrong: readonly (readonly [why: string, model: string])[] = [
    ["no layers", "input: [3, 8, 8]"],
    ["an unknown framework", "framework: caffe\ninput: [3, 8, 8]\nlayers: []"],
    ["an unknown argument", "input: [3, 8, 8]\nlayers: [{ Conv2d: { out_channels: 8, kernel_size: 3, colour: 1 } }]"],
    ["a missing argument", "input: [3, 8, 8]\nlayers: [{ Conv2d: { out_channels: 8 } }]"],
    ["a value of the wrong kind", "input: [3, 8, 8]\nlayers: [{ Conv2d: { out_channels: 8, kernel_size: three } }]"],
    ["too small a value", "input: [3, 8, 8]\nlayers: [{ Conv2d: { out_channels: 0, kernel_size: 3 } }]"],
    ["arguments by position", "input: [3, 8, 8]\nlayers: [{ Conv2d: [8, 3] }]"],
  ];
  for (const [why, model] of wrong) it(`refuses ${why}`, () => assert.notDeepEqual(check(model), []));

  it("accepts what a framework alone has", () => {
    assert.deepEqual(
      check("input: [8, 8, 3]\nlayers: [{ Conv2D: { filters: 8, kernel_size: 3, use_bias: false } }]"),
      [],
    );
    assert.deepEqual(check("input: [3, 8, 8]\nlayers: [{ Stage: { width: 3 } }, ReLU]"), []);
  });
});
