import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { page, pageNames } from "../server/src/derive/pages";

describe("generated files", () => {
  it("are what `npm run generate` writes", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  it("are what `explain` shows, whatever the name", () => {
    assert.equal(`${page("Conv2d")}\n`, readFileSync("docs/ops/Conv2d.md", "utf8"));
    for (const name of ["Conv2D", "conv2d", "nn.Conv2d"]) assert.equal(page(name), page("Conv2d"));
    assert.match(page("Detect") ?? "", /^# Detect\n/);
    assert.equal(`${page("bias-before-norm")}\n`, readFileSync("docs/rules/bias-before-norm.md", "utf8"));
    assert.equal(page("no-such-thing"), undefined);
    assert.equal(page("toString"), undefined);
  });

  it("are there for every name that is suggested", () =>
    assert.deepEqual(
      pageNames().filter((name) => !page(name)),
      [],
    ));

  it("lead only to pages that are there", () => {
    for (const folder of ["docs/rules", "docs/ops"])
      for (const file of readdirSync(folder))
        for (const [, link] of readFileSync(`${folder}/${file}`, "utf8").matchAll(/\]\((?!https:)([^)#]+)\)/g))
          assert.ok(existsSync(posix.join(folder, link!)), `${folder}/${file} leads to ${link}`);
  });

  it("have names that differ by more than capitals", () => {
    const names = readdirSync("docs/ops").map((file) => file.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });
});
