import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CommandPage, commandPages } from "../../server/src/cli/commands";
import { convlint } from "../support/command";

const pages = Object.entries<CommandPage>(commandPages);

describe("the help of convlint", () => {
  it("lists every command in one short page", () => {
    const { status, out } = convlint(["--help"]);
    assert.equal(status, 0);
    assert.ok(out.split("\n").length < 30 && out.split("\n").every((line) => line.length <= 110), out);
    for (const [name] of pages) assert.match(out, new RegExp(`^ {2}${name}\\b`, "m"));
    for (const [, { usage, summary }] of pages)
      assert.match(out, new RegExp(`^ {2}${usage.replace(/[[\]|]/g, "\\$&")} {2,}${summary.split(" ")[0]} `, "m"));
    assert.equal(convlint([]).out, out);
    assert.equal(convlint(["help"]).out, out);
  });

  for (const [name, { options, exit, examples }] of pages)
    it(`tells of ${name} every option, what its exit status says, and examples`, () => {
      const { status, out } = convlint([name, "--help"]);
      assert.equal(status, 0);
      assert.equal(convlint(["help", name]).out, out);
      assert.match(out, new RegExp(`^Usage: convlint ${name}`));
      for (const option of Object.keys(options)) assert.match(out, new RegExp(`^ {2}--${option}\\b`, "m"));
      for (const [number] of exit) assert.match(out, new RegExp(`^ {2}${number} {2}`, "m"));
      for (const [line] of examples) assert.ok(out.includes(`  ${line}\n`), line);
    });

  it("is also had behind other words, and not behind --", () => {
    assert.match(convlint(["check", "nowhere.yaml", "--help"]).out, /^Usage: convlint check/);
    assert.equal(convlint(["check", "--", "--help"]).status, 2);
  });
});
