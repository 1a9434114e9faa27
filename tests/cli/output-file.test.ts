import assert from "node:assert/strict";
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const wrong = "input: [3, 8, 8]\nlayers:\n  - RuLE\n";

describe("--output-file", () => {
  it("takes the report, and leaves the sentence at its end to the terminal", () => {
    within({ "m.cnn.yaml": wrong }, (cwd) => {
      const plain = convlint(["check", "m.cnn.yaml", "--format", "json"], { cwd });
      const { status, out, err } = convlint(["check", "m.cnn.yaml", "--format", "json", "--output-file", "r.json"], {
        cwd,
      });
      assert.deepEqual([status, out, err], [1, "1 error in 1 file\n", ""]);
      assert.equal(readFileSync(join(cwd, "r.json"), "utf8"), plain.out);
      const quiet = convlint(["check", "m.cnn.yaml", "--quiet", "--output-file", "r.txt"], { cwd });
      assert.deepEqual([quiet.status, quiet.out], [1, ""]);
      const summed = convlint(["summary", "m.cnn.yaml", "--format", "csv", "--output-file", "r.csv"], { cwd });
      assert.deepEqual([summed.status, summed.out], [1, ""]);
      assert.match(readFileSync(join(cwd, "r.csv"), "utf8"), /RuLE/);
      assert.deepEqual(readdirSync(cwd).sort(), ["m.cnn.yaml", "r.csv", "r.json", "r.txt"]);
    });
  });

  it("makes no folder, and says in one line why it cannot write", () => {
    within({ "m.cnn.yaml": wrong, "folder/x": "" }, (cwd) => {
      for (const [file, why] of [
        ["none/r.json", "there is no folder none"],
        ["folder", "it is a folder"],
      ]) {
        const { status, err } = convlint(["check", "m.cnn.yaml", "--output-file", file!], { cwd });
        assert.deepEqual([status, err], [2, `convlint: --output-file ${file}: ${why}\n`]);
      }
      assert.deepEqual(readdirSync(cwd).sort(), ["folder", "m.cnn.yaml"]);
    });
  });

  it("follows a link, keeps what may be done with the file, and writes into what is none", () => {
    within({ "m.cnn.yaml": wrong, "kept.txt": "old" }, (cwd) => {
      symlinkSync("kept.txt", join(cwd, "link.txt"));
      const { mode } = statSync(join(cwd, "kept.txt"));
      convlint(["check", "m.cnn.yaml", "--output-file", "link.txt"], { cwd });
      assert.ok(lstatSync(join(cwd, "link.txt")).isSymbolicLink());
      assert.match(readFileSync(join(cwd, "kept.txt"), "utf8"), /RuLE/);
      assert.equal(statSync(join(cwd, "kept.txt")).mode, mode);
      assert.equal(convlint(["check", "m.cnn.yaml", "--output-file", "/dev/null"], { cwd }).status, 1);
    });
  });
});
