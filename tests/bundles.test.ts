import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

describe("what is built", () => {
  for (const file of ["dist/cli.js", "dist/web/client.js"])
    it(`has every letter of ${file} in ASCII, which is read in half the time`, () => {
      const at = readFileSync(file).findIndex((byte) => byte > 0x7f);
      assert.equal(at, -1, `another one at byte ${at}`);
    });

  for (const file of ["dist/server.js", "dist/web/server.js", "dist/client.js"])
    it(`takes ${file} from another bundle, so that nothing is there twice`, () => {
      assert.ok(readFileSync(file).length < 2000);
    });
});
