import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";

const root = "../shared/ultralytics";

test("lints stay within their rates on networks known to be good", (t) => {
  if (!existsSync(root)) {
    t.diagnostic(
      `LEFT OUT: ${root} is not here, so it is not shown how often lints report on the files of Ultralytics`,
    );
    return t.skip();
  }
  const { status, stdout } = spawnSync(process.execPath, ["scripts/rates.mjs"], { encoding: "utf8" });
  t.diagnostic(`COMPARED ${stdout.split("\n")[0]}`);
  const over = stdout.split("\n").filter((line) => /OVER THE BOUND|stale|nothing is reported any more/.test(line));
  assert.deepEqual(over, []);
  assert.equal(status, 0);
});
