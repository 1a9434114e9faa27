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
    assert.match(convlint(["explain", "conv2dd"]).err, /did you mean Conv2d/);
    assert.match(convlint(["explain", "before-norm"]).err, /did you mean .*bias-before-norm/);
    assert.match(convlint(["explain", "?"]).err, /no rule, operator or flashcard is called \?/);
    const { id, text } = JSON.parse(convlint(["explain", "Conv2d", "--format", "json"]).out);
    assert.deepEqual([id, text.slice(0, 8)], ["Conv2d", "# Conv2d"]);
  });

  it("lists every rule that has a page", () => {
    const { out } = convlint(["rules", "--format", "json"]);
    const rules = JSON.parse(out);
    for (const { id } of rules) readFileSync(`docs/rules/${id}.md`);
    const [bias] = rules.filter(({ id }: any) => id === "bias-before-norm");
    const { kind, severity, set, fixable, fix, since, summary, docs } = bias;
    assert.deepEqual(
      [kind, severity, set, fixable, fix, docs],
      ["rule", "warning", "recommended", true, "safe", "docs/rules/bias-before-norm.md"],
    );
    assert.ok(since && summary);
    const table = convlint(["rules"]).out;
    for (const { id } of rules) assert.match(table, new RegExp(`^ {2}${id} `, "m"));
    assert.match(table, /^ {2}bias-before-norm +warning +recommended +fix +0\.1 +\S/m);
    assert.match(convlint(["rules", "bias-before-norm"]).err, /convlint explain bias-before-norm/);
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
