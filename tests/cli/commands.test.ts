import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { convlint } from "../support/command";

describe("convlint", () => {
  it("without a word, and with --help, says what it can do", () => {
    const help = convlint([]);
    assert.equal(help.status, 0);
    for (const command of ["check", "summary", "explain", "rules", "diff", "lsp"]) {
      assert.match(help.out, new RegExp(`^ +${command}\\b`, "m"));
      assert.match(convlint([command, "--help"]).out, new RegExp(`convlint ${command}`));
    }
  });

  it("knows its version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(convlint(["--version"]), { status: 0, out: `${version}\n`, err: "" });
  });

  it("explains rules, operators and flashcards", () => {
    assert.match(convlint(["explain", "kernel-fits-input"]).out, /^# kernel-fits-input/);
    assert.match(convlint(["explain", "Conv2d"]).out, /^# Conv2d/);
  });

  it("lists every rule that has a page", () => {
    const { out } = convlint(["rules", "--format", "json"]);
    const rules = JSON.parse(out);
    for (const { id } of rules) readFileSync(`docs/rules/${id}.md`);
    assert.ok(rules.some((rule: any) => rule.id === "bias-before-norm" && rule.severity === "warning" && rule.fixable));
  });

  it("is quiet when its reader goes", async () => {
    const child = spawn(process.execPath, [
      "dist/cli.js",
      "summary",
      "examples/zoo/resnet18.cnn.yaml",
      "--format",
      "json",
    ]);
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.stdout.destroy();
    const [status] = await once(child, "exit");
    assert.deepEqual([status, err], [0, ""]);
  });
});
