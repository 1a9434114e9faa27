import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { checkModel } from "./support/check-model";

/** Every model file states what is known of it, and everything that is wrong with it. */
for (const file of readdirSync("tests/models"))
  test(`models/${file}`, () => {
    assert.deepEqual(checkModel(readFileSync(`tests/models/${file}`, "utf8"), file), []);
  });
