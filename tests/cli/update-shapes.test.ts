import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { after, before } from "../support/biased";
import { convlint, within } from "../support/command";

/** Two comments that are not true, of which the second follows from the first, and one that is. */
const stale = `# kept
input: [3, 32, 32]
layers:
  - Conv2d:   { out_channels: 16, kernel_size: 3 }   # => [16, 32, 32] params=448, as it was
  - MaxPool2d: { kernel_size: 2 } # => [16, 16, 16]
  - BatchNorm2d # => [16, 15, 15] params=32
`;
const fresh = stale.replace("[16, 32, 32]", "[16, 30, 30]").replace("[16, 16, 16]", "[16, 15, 15]");

describe("convlint check --update-shapes", () => {
  const update = (cwd: string, ...more: readonly string[]) => convlint(["check", "--update-shapes", ...more], { cwd });

  it("writes what is so into comments that are not true, and touches nothing else", () => {
    const files = {
      "a.cnn.yaml": `\ufeff${stale.replaceAll("\n", "\r\n")}`,
      "b.cnn.yaml": `${before.replace("as it was", "=> [4, 8, 8]")}  - RuLE\n`,
      "c.cnn.yaml": fresh,
      ".convlint.yaml": "rules: { bias-befor-norm: error }\n",
    };
    within(files, (cwd) => {
      const { status, out, err } = update(cwd, "--max-warnings", "9");
      assert.equal(status, 1);
      assert.match(out, /^b\.cnn\.yaml:6:5: error\[unknown-operator\]/m);
      assert.match(out, /^b\.cnn\.yaml:4:\d+: warning\[bias-before-norm\]/m);
      assert.doesNotMatch(out, /stated-shape-wrong/);
      assert.equal(err, "Updated 3 comments in 2 files\n");
      const text = (file: string) => readFileSync(join(cwd, file), "utf8");
      assert.equal(text("a.cnn.yaml"), `\ufeff${fresh.replaceAll("\n", "\r\n")}`);
      assert.equal(text("b.cnn.yaml"), files["b.cnn.yaml"].replace("[4, 8, 8]", "[4, 6, 6]"));
      for (const file of ["c.cnn.yaml", ".convlint.yaml"] as const) assert.equal(text(file), files[file]);
      assert.equal(update(cwd).err, "");
    });
  });

  it("leaves alone what cannot be judged, what is silenced, and what is switched off", () => {
    const broken = stale.replace("kernel_size: 3 }", "kernel_size: 3, groups: 2 }");
    const files = {
      "broken.cnn.yaml": broken.replace("# => [16, 16, 16]", "# =>[16,?,?]\t"),
      "syntax.cnn.yaml": stale.replace("layers:", "layers: ]"),
      "silenced.cnn.yaml": `# convlint-disable-file stated-shape-wrong\n${stale}`,
      "off/off.cnn.yaml": stale,
      "off/.convlint.yaml": "rules: { stated-shape-wrong: off }\n",
      "other.yaml": "a: 1 # => [3, 4]\n",
      "json.cnn.json": '{ "input": [3, 8, 8], "layers": ["ReLU"] }',
    };
    within(files, (cwd) => {
      assert.equal(update(cwd).err, "");
      for (const [file, text] of Object.entries(files)) assert.equal(readFileSync(join(cwd, file), "utf8"), text);
    });
  });

  it("goes behind the fixes where both are asked for, since they change what is so", () => {
    const both = before.replace("as it was", "=> [4, 6, 6] params=112");
    const done = after.replace("as it was", "=> [4, 6, 6] params=108");
    const severe = { ".convlint.yaml": "rules: { stated-shape-wrong: error }\n" };
    for (const fixes of ["--fix", "--unsafe-fixes"])
      for (const settings of [{}, severe])
        within({ "a.cnn.yaml": both, ...settings }, (cwd) => {
          const { status, out, err } = update(cwd, fixes);
          assert.deepEqual([status, out], [0, ""]);
          assert.equal(err, "Fixed 1 problem in 1 file\nUpdated 1 comment in 1 file\n");
          assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), done);
        });
  });

  it("does not count comments among the fixes that are not safe, nor speak of those where none are asked for", () => {
    within({ "a.cnn.yaml": stale.replace("  - BatchNorm2d", "  - RuLE\n  - ReLU") }, (cwd) => {
      assert.equal(update(cwd, "--diff").err, "Would update 2 comments in 1 file\n");
      const { err } = update(cwd, "--fix", "--diff");
      assert.equal(err, "Fixed nothing; --unsafe-fixes would fix 1 problem\nWould update 2 comments in 1 file\n");
    });
  });

  it("is a patch of the comments alone with --diff, and writes nothing", () => {
    within({ "a.cnn.yaml": `${stale}  - Conv2d: { out_channels: 8, kernel_size: 1 }\n  - BatchNorm2d\n` }, (cwd) => {
      const text = readFileSync(join(cwd, "a.cnn.yaml"), "utf8");
      const { status, out, err } = update(cwd, "--diff");
      assert.deepEqual([status, err], [0, "Would update 2 comments in 1 file\n"]);
      assert.deepEqual(
        out.split("\n").filter((line) => /^[-+] /.test(line)),
        [
          "-  - Conv2d:   { out_channels: 16, kernel_size: 3 }   # => [16, 32, 32] params=448, as it was",
          "-  - MaxPool2d: { kernel_size: 2 } # => [16, 16, 16]",
          "+  - Conv2d:   { out_channels: 16, kernel_size: 3 }   # => [16, 30, 30] params=448, as it was",
          "+  - MaxPool2d: { kernel_size: 2 } # => [16, 15, 15]",
        ],
      );
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), text);
    });
  });

  it("leaves standard input as the text with its comments updated", () => {
    const pipe = (input: string, ...more: readonly string[]) =>
      convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--update-shapes", ...more], { input });
    assert.deepEqual(pipe(stale, "--rule", "bias-before-norm=off"), {
      status: 0,
      out: fresh,
      err: "Updated 2 comments in 1 file\n",
    });
    assert.deepEqual(pipe(fresh, "--quiet"), { status: 0, out: fresh, err: "" });
  });
});
