import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { checkPage } from "../support/literate";

/** Every page shows models with a cursor, and what a feature shows there. */
for (const file of readdirSync("tests/features").filter((name) => name.endsWith(".md")))
  test(`features/${file}`, () => {
    assert.deepEqual(checkPage(`tests/features/${file}`), []);
  });
