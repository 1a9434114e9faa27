import assert from "node:assert/strict";
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { writeText } from "../../server/src/cli/write-text";
import { after, before } from "../support/biased";
import { convlint, within } from "../support/command";

const misspelt = before.replace("BatchNorm2d", "BatchNorm2d\n  - RuLE");

describe("what convlint check --fix writes", () => {
  it("differs from what was there by the fixes alone, and is said in one sentence", () => {
    const windows = `\ufeff${before.replaceAll("\n", "\r\n")}`;
    const files = { "a.cnn.yaml": windows, "b.cnn.yaml": misspelt, "c.cnn.yaml": after };
    within(files, (cwd) => {
      const text = (file: string) => readFileSync(join(cwd, file), "utf8");
      const { status, out, err } = convlint(["check", "--fix"], { cwd });
      assert.equal(status, 1);
      assert.equal(out, "b.cnn.yaml:6:5: error[unknown-operator] no operator is called RuLE; did you mean ReLU?\n");
      assert.equal(err, "Fixed 2 problems in 2 files (1 more with --unsafe-fixes)\n");
      assert.equal(text("a.cnn.yaml"), `\ufeff${after.replaceAll("\n", "\r\n")}`);
      assert.equal(text("b.cnn.yaml"), after.replace("BatchNorm2d", "BatchNorm2d\n  - RuLE"));
      assert.equal(text("c.cnn.yaml"), after);
      assert.equal(convlint(["check", "--fix"], { cwd }).err, "Fixed nothing; --unsafe-fixes would fix 1 problem\n");
      const last = convlint(["check", "--unsafe-fixes"], { cwd });
      assert.deepEqual(last, { status: 0, out: "", err: "Fixed 1 problem in 1 file\n" });
      assert.deepEqual(convlint(["check", "--unsafe-fixes", "--fix"], { cwd }), { status: 0, out: "", err: "" });
      assert.deepEqual(readdirSync(cwd).sort(), Object.keys(files));
    });
  });

  it("is also a configuration, before anything is read with it", () => {
    const files = { ".convlint.yaml": "rules: { bias-befor-norm: error }\n", "a.cnn.yaml": before };
    within(files, (cwd) => {
      const { out, err } = convlint(["check", "--unsafe-fixes", "--diff"], { cwd });
      assert.match(out, /^\+rules: \{ bias-before-norm: error \}$/m);
      assert.equal(err, "Would fix 2 problems in 2 files\n");
      assert.equal(convlint(["check", "--unsafe-fixes"], { cwd }).status, 0);
      assert.equal(readFileSync(join(cwd, ".convlint.yaml"), "utf8"), "rules: { bias-before-norm: error }\n");
    });
  });

  it("keeps the mode of a file, its other names, and what links to it", () => {
    within({ "a.cnn.yaml": before, "b.cnn.yaml": before }, (cwd) => {
      chmodSync(join(cwd, "a.cnn.yaml"), 0o640);
      symlinkSync("a.cnn.yaml", join(cwd, "link.cnn.yaml"));
      linkSync(join(cwd, "b.cnn.yaml"), join(cwd, "other-name.txt"));
      assert.equal(convlint(["check", "--fix", "link.cnn.yaml", "b.cnn.yaml"], { cwd }).status, 0);
      assert.ok(lstatSync(join(cwd, "link.cnn.yaml")).isSymbolicLink());
      assert.equal(statSync(join(cwd, "a.cnn.yaml")).mode & 0o777, 0o640);
      for (const file of ["a.cnn.yaml", "other-name.txt"]) assert.equal(readFileSync(join(cwd, file), "utf8"), after);
    });
  });

  it("is nothing where it cannot be written: that is said, and the text is as it was", { skip: isRoot() }, () => {
    within({ "a.cnn.yaml": before, "b/b.cnn.yaml": before, "c.cnn.yaml": before }, (cwd) => {
      chmodSync(join(cwd, "a.cnn.yaml"), 0o444);
      chmodSync(join(cwd, "b"), 0o555);
      const { status, err } = convlint(["check", "--fix"], { cwd });
      chmodSync(join(cwd, "b"), 0o755);
      assert.equal(status, 2);
      assert.match(err, /^convlint: a\.cnn\.yaml: it cannot be written \(EACCES\)$/m);
      assert.match(err, /^convlint: b\/b\.cnn\.yaml: it cannot be written \(EACCES\)$/m);
      assert.match(err, /^Fixed 1 problem in 1 file$/m);
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), before);
      assert.equal(readFileSync(join(cwd, "b/b.cnn.yaml"), "utf8"), before);
      assert.deepEqual(readdirSync(join(cwd, "b")), ["b.cnn.yaml"]);
    });
  });

  it("stays where a file of somebody else cannot be replaced by one that is theirs", { skip: !isRoot() }, () => {
    within({ "a.cnn.yaml": before }, (cwd) => {
      chmodSync(cwd, 0o777);
      chmodSync(join(cwd, "a.cnn.yaml"), 0o666);
      process.seteuid!(65534);
      try {
        writeText(join(cwd, "a.cnn.yaml"), before, after);
      } finally {
        process.seteuid!(0);
      }
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), after);
      assert.deepEqual([statSync(join(cwd, "a.cnn.yaml")).uid, readdirSync(cwd)], [0, ["a.cnn.yaml"]]);
    });
  });

  it("is nothing where somebody else has written meanwhile", () => {
    within({ "a.cnn.yaml": before }, (cwd) => {
      assert.throws(() => writeText(join(cwd, "a.cnn.yaml"), after, "x"), /has changed while it was looked at/);
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), before);
    });
  });

  it("is said neither with --quiet nor where nothing was asked for", () => {
    within({ "a.cnn.yaml": misspelt }, (cwd) => {
      assert.equal(convlint(["check"], { cwd }).err, "");
      assert.equal(convlint(["check", "--fix", "--quiet"], { cwd }).err, "");
    });
  });
});

describe("convlint check --diff", () => {
  it("writes nothing, with --fix or without, and judges what is there", () => {
    within({ "a.cnn.yaml": before }, (cwd) => {
      for (const more of [[], ["--fix"]]) {
        const { status, out, err } = convlint(["check", "--diff", "--max-warnings", "0", ...more], { cwd });
        assert.equal(status, 1);
        assert.match(out, /^--- a\/a\.cnn\.yaml\n\+\+\+ b\/a\.cnn\.yaml\n/);
        assert.equal(err, "Would fix 1 problem in 1 file\n");
      }
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), before);
    });
  });
});

describe("fixes of standard input", () => {
  const check = (input: string, ...args: readonly string[]) =>
    convlint(["check", "-", "--stdin-path", "a.cnn.yaml", ...args], { input });

  it("leave it as the mended text, with the problems beside it", () => {
    const { status, out, err } = check(`\ufeff${misspelt}`, "--fix");
    assert.deepEqual([status, out], [1, `\ufeff${misspelt.replace(": 3 }", ": 3, bias: false }")}`]);
    assert.match(err, /^a\.cnn\.yaml:6:5: error\[unknown-operator\]/);
    assert.match(err, /^Fixed 1 problem in 1 file \(1 more with --unsafe-fixes\)$/m);
    const json = check(misspelt, "--fix", "--format", "json", "--quiet");
    assert.equal(JSON.parse(json.err).totals.errors, 1);
  });

  it("are the text itself where there is nothing to mend", () => {
    assert.deepEqual(check(after, "--fix"), { status: 0, out: after, err: "" });
  });

  it("leave a configuration as it is too", () => {
    const { status, out } = convlint(["check", "-", "--fix", "--stdin-path", ".convlint.yaml"], {
      input: "root: true\n",
    });
    assert.deepEqual([status, out], [0, "root: true\n"]);
  });

  it("are a patch where that is wanted, and nothing where it is no model", () => {
    assert.match(check(before, "--diff").out, /^--- a\/a\.cnn\.yaml$/m);
    const { status, out } = convlint(["check", "-", "--fix", "--stdin-path", "a.yaml"], { input: "a: 1\n" });
    assert.deepEqual([status, out], [2, ""]);
  });
});

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
