import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { idsIn } from "../support/ids-in";

const sound = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, bias: false }\n  - ReLU\n";
const broken = sound.replace("3, bias", "9, bias");
const warned = sound.replace(", bias: false", "").replace("ReLU", "BatchNorm2d");

describe("the exit status of convlint check", () => {
  it("is 0 where nothing is at error severity, 1 where something is", () => {
    within({ "a.cnn.yaml": sound, "b.cnn.yaml": broken, "c.cnn.yaml": warned }, (cwd) => {
      assert.equal(convlint(["check", "a.cnn.yaml"], { cwd }).status, 0);
      assert.equal(convlint(["check", "b.cnn.yaml"], { cwd }).status, 1);
      assert.equal(convlint(["check", "c.cnn.yaml"], { cwd }).status, 0);
      assert.equal(convlint(["check"], { cwd }).status, 1);
      assert.equal(convlint(["check", "c.cnn.yaml", "--max-warnings", "1"], { cwd }).status, 0);
      assert.equal(convlint(["check", "c.cnn.yaml", "--max-warnings", "0"], { cwd }).status, 1);
      assert.equal(convlint(["check", "c.cnn.yaml", "--rule", "bias-before-norm=error"], { cwd }).status, 1);
      assert.equal(convlint(["check", "b.cnn.yaml", "--rule", "kernel-fits-input=off"], { cwd }).status, 0);
    });
  });

  it("is 2 for what was named and cannot be read, in one line; the others are checked all the same", () => {
    const files = {
      "ok.cnn.yaml": broken,
      "gbk.cnn.yaml": Buffer.from([0x23, 0xc4, 0xe3, 0xba, 0xc3, 0x0a]),
      "utf16.cnn.yaml": Buffer.from("\ufeffinput: [1]", "utf16le"),
      "plain.yaml": "a: 1\n",
      "folder/x.txt": "",
    };
    within(files, (cwd) => {
      symlinkSync(join(cwd, "nowhere"), join(cwd, "link.cnn.yaml"));
      const named = ["gbk.cnn.yaml", "utf16.cnn.yaml", "plain.yaml", "missing.yaml", "link.cnn.yaml"];
      const { status, out, err } = convlint(["check", ...named, "ok.cnn.yaml", "--format", "json"], { cwd });
      assert.equal(status, 2);
      assert.deepEqual(idsIn(out), { "ok.cnn.yaml": ["kernel-fits-input 3:45"] });
      const lines = err.trimEnd().split("\n");
      assert.equal(lines.length, named.length, err);
      for (const name of named)
        assert.ok(
          lines.some((line) => line.startsWith(`convlint: ${name}: `)),
          err,
        );
    });
  });

  it("is 2 for wrong use, in one line that says what was meant", () => {
    const said = (...args: readonly string[]) => {
      const { status, out, err } = convlint(args);
      assert.deepEqual([status, out], [2, ""], err);
      assert.equal(err.split("\n").length, 2, err);
      return err;
    };
    assert.match(said("chekc"), /did you mean check\?/);
    assert.match(said("models/net.cnn.yaml"), /convlint check models\/net\.cnn\.yaml$/m);
    assert.match(said("help", "chekc"), /did you mean check\?/);
    assert.match(
      said("summary", "--max-warnings", "1", "a.yaml"),
      /no option --max-warnings here; convlint check has it/,
    );
    assert.match(said("check", "--format"), /--format F wants a value: one of full, /);
    assert.match(
      said("completion", "csh"),
      /^convlint: completion takes the name of a shell: bash, zsh, fish, not csh$/m,
    );
    assert.match(said("check", "--stdin-ndjson", "--output-file", "x"), /takes no --output-file/);
    for (const option of ["fix", "update-shapes", "diff", "statistics"])
      assert.match(said("check", "--stdin-ndjson", `--${option}`), new RegExp(`takes no --${option}$`, "m"));
    assert.match(said("check", "--stdin-ndjson", "a.yaml"), /reads models from standard input, and no a\.yaml$/m);
    assert.match(said("summary", "--stdin-ndjson", "a.yaml"), /reads models from standard input, and no a\.yaml$/m);
    assert.match(said("diff", "-", "-"), /only one of the two can come through standard input/);
    assert.match(said("check", "--fromat", "json"), /no option --fromat; did you mean --format\?/);
    assert.match(said("check", "--format", "xml"), /--format/);
    assert.match(said("check", "--rule", "bias-befor-norm=off"), /did you mean bias-before-norm\?/);
    assert.match(said("check", "--rule", "bias-before-norm=loud"), /hint or off|hint, off/);
    assert.match(
      said("check", "--dialect", "yolo5"),
      /is one of convlint, ultralytics-8\.3, .*, not yolo5; did you mean yolov5\?/,
    );
    assert.match(said("check", "--max-warnings", "many"), /--max-warnings/);
    assert.match(said("check", "--input", "3,x,5"), /--input/);
    assert.match(said("check", "-"), /--stdin-path/);
    for (const command of ["check", "summary"])
      assert.match(
        said(command, "a.cnn.yaml", "--stdin-path", "b.cnn.yaml"),
        /is read where `-` stands among the files$/m,
      );
    assert.match(said("check", "--stdin-path", "b.cnn.yaml"), /is read where `-` stands/);
    assert.match(said("check", "--stdin-ndjson", "--stdin-path", "b.cnn.yaml"), /takes no --stdin-path$/m);
    assert.match(
      said("check", "--show-settings", "tests"),
      /takes one file, and tests is a folder: name a model in it$/m,
    );
    assert.match(said("quiz", "a"), /quiz takes no arguments/);
    assert.match(said("summary"), /summary/);
    assert.match(said("explain", "kernel-fits-inptu"), /did you mean kernel-fits-input/);
  });
});
