import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, type Ended, within } from "../support/command";

const model = (...layers: readonly string[]): string => `input: [3, 8, 8]\nlayers:\n${layers.join("\n")}\n`;
const wrong = "  - ReLU: { slope: 0.1 }";
const misspelt = "  - RuLE";
const known = ["--baseline", "known.json"];

/** A folder with models, and a baseline of what is wrong in them. */
const adopted = (
  files: { readonly [path: string]: string },
  test: (run: (...args: readonly string[]) => Ended, cwd: string, put: (file: string, text: string) => void) => void,
): void =>
  within(files, (cwd) => {
    const run = (...args: readonly string[]) => convlint(["check", ...args], { cwd });
    run(...known, "--update-baseline");
    test(run, cwd, (file, text) => writeFileSync(join(cwd, file), text));
  });

describe("a baseline", () => {
  it("is written where it is asked for: sorted, small, and the same for the same problems", () => {
    const files = { "b/b.cnn.yaml": model(wrong, wrong), "a.cnn.yaml": model(misspelt) };
    within(files, (cwd) => {
      const update = () => convlint(["check", ...known, "--update-baseline"], { cwd });
      const text = () => readFileSync(join(cwd, "known.json"), "utf8");
      assert.deepEqual(update(), { status: 0, out: "", err: "3 problems in the baseline\n" });
      const before = text();
      assert.equal(
        before,
        `{
  "version": 1,
  "files": {
    "a.cnn.yaml": {
      "unknown-operator": {
        "- RuLE": 1
      }
    },
    "b/b.cnn.yaml": {
      "unknown-argument": {
        "- ReLU: { slope: 0.1 }": 2
      }
    }
  }
}
`,
      );
      update();
      assert.equal(text(), before);
    });
  });

  it("silences what it lists, and nothing else, wherever the lines have moved", () => {
    adopted({ "a.cnn.yaml": model(wrong) }, (run, _, put) => {
      assert.deepEqual(run(...known), { status: 0, out: "", err: "1 problem in the baseline\n" });
      put("a.cnn.yaml", `# above\n\n${model("  - Tanh", "  -   ReLU:   { slope: 0.1 }   # beside")}`);
      assert.deepEqual(run(...known), { status: 0, out: "", err: "1 problem in the baseline\n" });
      put("a.cnn.yaml", model(wrong, misspelt));
      const { status, out } = run(...known);
      assert.equal(status, 1);
      assert.equal(out, "a.cnn.yaml:4:5: error[unknown-operator] no operator is called RuLE; did you mean ReLU?\n");
    });
  });

  it("counts equal problems, so that one more is told", () => {
    adopted({ "a.cnn.yaml": model(wrong, wrong) }, (run, _, put) => {
      put("a.cnn.yaml", model(wrong, wrong, wrong));
      const { status, out, err } = run(...known);
      assert.deepEqual([status, out.split("\n").length, err], [1, 2, "2 problems in the baseline\n"]);
      assert.match(out, /^a\.cnn\.yaml:5:/);
    });
  });

  it("is counted in every form of the report", () => {
    adopted({ "a.cnn.yaml": model(wrong, wrong) }, (run) => {
      assert.equal(JSON.parse(run(...known, "--format", "json").out).totals.baseline, 2);
      assert.match(run(...known, "--format", "full").out, /^no problems in 1 file \(2 problems in the baseline\)$/m);
      assert.equal(run(...known, "--quiet").err, "");
      assert.equal(JSON.parse(run("--format", "json").out).totals.baseline, undefined);
    });
  });

  it("says how much of it is gone, and forgets that when it is written anew", () => {
    adopted({ "a.cnn.yaml": model(wrong, wrong), "b.cnn.yaml": model(wrong) }, (run, cwd, put) => {
      put("a.cnn.yaml", model(wrong));
      rmSync(join(cwd, "b.cnn.yaml"));
      const gone = "1 problem in the baseline\n2 entries of the baseline are gone; --update-baseline takes them out\n";
      assert.deepEqual(run(...known), { status: 0, out: "", err: gone });
      assert.equal(run(...known, "--update-baseline").err, "1 problem in the baseline\n");
      assert.equal(run(...known).err, "1 problem in the baseline\n");
    });
  });

  it("keeps what it says of files that are not looked at", () => {
    adopted({ "a.cnn.yaml": model(wrong), "b.cnn.yaml": model(misspelt) }, (run, _, put) => {
      put("a.cnn.yaml", model("  - ReLU"));
      assert.equal(run("b.cnn.yaml", ...known).err, "1 problem in the baseline\n");
      run("a.cnn.yaml", ...known, "--update-baseline");
      assert.deepEqual(run(...known), { status: 0, out: "", err: "1 problem in the baseline\n" });
    });
  });

  /** What the baseline still says, by file. */
  const listed = (cwd: string): readonly string[] =>
    Object.keys(JSON.parse(readFileSync(join(cwd, "known.json"), "utf8")).files);

  it("forgets files that are gone from what was looked at, and keeps those that are gone elsewhere", () => {
    const names = ["a/a.cnn.yaml", "a/deep/a.cnn.yaml", "b/b.cnn.yaml", "ab.cnn.yaml"];
    const files = Object.fromEntries(names.map((name) => [name, model(wrong)]));
    const ways: readonly (readonly [looked: readonly string[], left: readonly string[]])[] = [
      [["a"], ["ab.cnn.yaml", "b/b.cnn.yaml"]],
      [["."], []],
      [
        ["a/../b", "./a/deep/"],
        ["a/a.cnn.yaml", "ab.cnn.yaml"],
      ],
      [["*.cnn.yaml"], ["a/a.cnn.yaml", "a/deep/a.cnn.yaml", "b/b.cnn.yaml"]],
      [["a/**/a.*"], ["ab.cnn.yaml", "b/b.cnn.yaml"]],
      [["ab.cnn.yaml"], ["a/a.cnn.yaml", "a/deep/a.cnn.yaml", "b/b.cnn.yaml"]],
    ];
    for (const [looked, left] of ways)
      adopted(files, (run, cwd, put) => {
        // Renamed, so that neither the folders are empty nor the models without their mistakes.
        for (const name of names) {
          renameSync(join(cwd, name), join(cwd, name.replace(".cnn.", ".new.cnn.")));
          put(name.replace(".cnn.", ".new.cnn."), model("  - ReLU"));
        }
        const { length } = names.filter((name) => !left.includes(name));
        const idle = `${length === 1 ? "1 entry of the baseline is" : `${length} entries of the baseline are`} gone`;
        assert.match(run(...looked, ...known).err, new RegExp(`^${idle};`, "m"));
        run(...looked, ...known, "--update-baseline");
        assert.deepEqual(listed(cwd), left, looked.join(" "));
      });
  });

  it("forgets what a file said that is a model no more, and a configuration that is mended", () => {
    const files = { "a.yaml": model(misspelt), ".convlint.yaml": "rules: { bias-befor-norm: off }\n" };
    adopted(files, (run, cwd, put) => {
      assert.deepEqual(listed(cwd), [".convlint.yaml", "a.yaml"]);
      put("a.yaml", "notes: none\n");
      put(".convlint.yaml", "rules: { bias-before-norm: off }\n");
      assert.match(run(...known).err, /^2 entries of the baseline are gone/);
      run(...known, "--update-baseline");
      assert.deepEqual(listed(cwd), []);
    });
  });

  it("keeps what it says of files that are left out, or cannot be read", () => {
    const names = ["ignored.cnn.yaml", "left-out.cnn.yaml", "utf-16.cnn.yaml", "linked.cnn.yaml"];
    adopted(Object.fromEntries(names.map((name) => [name, model(wrong)])), (run, cwd, put) => {
      put(".gitignore", "ignored.cnn.yaml\n");
      put(".convlint.yaml", "ignore: [left-out.cnn.yaml]\n");
      writeFileSync(join(cwd, "utf-16.cnn.yaml"), Buffer.from(`\ufeff${model("  - ReLU")}`, "utf16le"));
      rmSync(join(cwd, "linked.cnn.yaml"));
      symlinkSync("nowhere", join(cwd, "linked.cnn.yaml"));
      assert.equal(run(...known, "--update-baseline").status, 2);
      assert.deepEqual(listed(cwd), [...names].sort());
    });
  });

  it("holds in another folder than the current one, for standard input, and for texts in one line", () => {
    const line = (op: string): string =>
      `{"input":[3,8,8],"layers":[${`{"${op}":{"p":0.5}},`.repeat(12)}{"RuLE":{}},{"ReLU":{}}]}`;
    const files = { "m/a.cnn.json": line("Dropout"), "ci/empty.txt": "" };
    within(files, (cwd) => {
      const there = ["--baseline", "ci/known.json"];
      convlint(["check", ...there, "--update-baseline"], { cwd });
      assert.ok(readFileSync(join(cwd, "ci/known.json"), "utf8").includes('"../m/a.cnn.json"'));
      const piped = ["check", "-", "--stdin-path", "a.cnn.json", "--baseline", "../ci/known.json"];
      const { status, err } = convlint(piped, { cwd: join(cwd, "m"), input: line("Dropout2d") });
      assert.deepEqual([status, err], [0, "1 problem in the baseline\n"]);
    });
  });

  it("goes with fixes: what is mended is not there any more", () => {
    const biased = model("  - Conv2d: { out_channels: 4, kernel_size: 3 }", "  - BatchNorm2d");
    adopted({ "a.cnn.yaml": biased }, (run) => {
      assert.equal(run(...known, "--max-warnings", "0").status, 0);
      const { err } = run(...known, "--fix", "--update-baseline");
      assert.equal(err, "Fixed 1 problem in 1 file\n");
      assert.equal(run(...known, "--max-warnings", "0").err, "");
    });
  });

  it("that is missing, broken or no baseline is wrong use, in one line; nothing is written in its place", () => {
    const files = {
      "a.cnn.yaml": model(wrong),
      "broken.json": "{",
      "other.json": "[1]",
      "new.json": '{ "version": 2, "files": {} }',
      "odd.json": '{ "version": 1, "files": { "a.cnn.yaml": { "syntax": { "x": -1 } } } }',
    };
    within(files, (cwd) => {
      const said = (...args: readonly string[]): string => {
        const { status, out, err } = convlint(["check", ...args], { cwd });
        assert.deepEqual([status, out, err.split("\n").length], [2, "", 2], err);
        return err;
      };
      assert.match(said("--baseline", "none.json"), /none\.json: there is no such file; --update-baseline writes it/);
      assert.match(said("--baseline", "broken.json"), /broken\.json: this is no baseline, since it is no JSON/);
      assert.match(said("--baseline", "other.json"), /other\.json: this is no baseline: it has no version and files/);
      assert.match(said("--baseline", "new.json"), /new\.json: this is a baseline of version 2, and version 1 is read/);
      assert.match(said("--baseline", "odd.json"), /odd\.json: syntax in a\.cnn\.yaml has -1 where a count stands/);
      assert.match(said("--baseline", "a.cnn.yaml", "--update-baseline"), /a\.cnn\.yaml: this is no baseline/);
      assert.match(
        said("--baseline", "no/where.json", "--update-baseline"),
        /no\/where\.json: there is no such folder/,
      );
      assert.match(said("--update-baseline"), /--update-baseline needs --baseline FILE/);
      assert.match(said(...known, "--update-baseline", "--diff"), /--diff writes nothing/);
      assert.match(said(...known, "--stdin-ndjson"), /takes no --baseline/);
      assert.equal(readFileSync(join(cwd, "a.cnn.yaml"), "utf8"), model(wrong));
    });
  });
});
