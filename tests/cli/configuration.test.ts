import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const warned = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3 }\n  - BatchNorm2d\n";

const found = (files: { readonly [path: string]: string | Buffer }, ...args: readonly string[]) =>
  within(files, (cwd) => {
    const { status, out, err } = convlint(["check", "--format", "json", ...args], { cwd });
    const problems = JSON.parse(out).files.flatMap((file: any) =>
      file.problems.map((p: any) => `${file.file}:${p.line} ${p.severity} ${p.id}`),
    );
    return { status, problems, err };
  });

describe("configuration files", () => {
  it("are merged from the outermost to the nearest", () => {
    const { status, problems } = found({
      ".convlint.yaml": "root: true\nrules: { bias-before-norm: error }\n",
      "a/.convlint.yaml": "rules: { bias-before-norm: hint }\n",
      "a/m.cnn.yaml": warned,
      "b/m.cnn.yaml": warned,
    });
    assert.equal(status, 1);
    assert.deepEqual(problems, ["a/m.cnn.yaml:3 hint bias-before-norm", "b/m.cnn.yaml:3 error bias-before-norm"]);
  });

  it("above one that is a root do not count", () => {
    const { problems } = found({
      ".convlint.yaml": "rules: { bias-before-norm: error }\n",
      "a/.convlint.yaml": "root: true\n",
      "a/m.cnn.yaml": warned,
    });
    assert.deepEqual(problems, ["a/m.cnn.yaml:3 warning bias-before-norm"]);
  });

  it("say what holds for some files, and which are passed over", () => {
    const { problems } = found({
      ".convlint.yaml":
        'ignore: ["old/**"]\noverrides:\n  - files: ["tests/**"]\n    rules: { bias-before-norm: off }\n',
      "old/m.cnn.yaml": warned,
      "tests/m.cnn.yaml": warned,
      "m.cnn.yaml": warned,
    });
    assert.deepEqual(problems, ["m.cnn.yaml:3 warning bias-before-norm"]);
    const named = found({ ".convlint.yaml": "ignore: [m.cnn.yaml]\n", "m.cnn.yaml": warned }, "m.cnn.yaml");
    assert.deepEqual(named.problems, ["m.cnn.yaml:3 warning bias-before-norm"]);
  });

  it("declare modules, whose mistakes are told in the configuration", () => {
    const model = "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, CBAM, [64]]\n";
    const declared = "modules:\n  CBAM: { args: [c1], channels: c1, size: same, parameters: c1 * c1 }\n";
    assert.deepEqual(found({ "m.yaml": model }).problems, ["m.yaml:3 warning unknown-operator"]);
    assert.deepEqual(found({ ".convlint.yaml": declared, "m.yaml": model }).problems, []);
    assert.deepEqual(found({ ".convlint.yaml": declared.replace("c1 * c1", "c1 * c2"), "m.yaml": model }).problems, [
      ".convlint.yaml:2 error wrong-expression",
    ]);
  });

  it("have beside them the classes that models may use", () => {
    const model = "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, CBAM, [64]]\n";
    const files = { ".convlint.yaml": "root: true\n", "parts/own.py": "class CBAM: pass\n", "cfg/m.yaml": model };
    assert.deepEqual(found(files).problems, ["cfg/m.yaml:3 information unknown-operator"]);
  });

  it("stand below the command line", () => {
    const files = { ".convlint.yaml": "rules: { bias-before-norm: error }\n", "m.cnn.yaml": warned };
    assert.equal(found(files, "--rule", "bias-before-norm=hint").status, 0);
    assert.equal(found({ ...files, "other.yaml": "rules: {}\n" }, "m.cnn.yaml", "--config", "other.yaml").status, 0);
  });

  it("are checked themselves, once, and hide nothing", () => {
    const wrong = "rules: { bias-befor-norm: off, syntax: loud }\nignored: []\n";
    const { status, problems } = found({ ".convlint.yaml": wrong, "m.cnn.yaml": warned, "n.cnn.yaml": warned });
    assert.equal(status, 1);
    assert.deepEqual(problems, [
      "m.cnn.yaml:3 warning bias-before-norm",
      "n.cnn.yaml:3 warning bias-before-norm",
      ".convlint.yaml:1 warning unknown-rule",
      ".convlint.yaml:1 error wrong-setting",
      ".convlint.yaml:2 error unknown-setting",
    ]);
  });

  it("are checked whatever they are called where --config names them", () => {
    const files = { "ci.yaml": "rules: { bias-befor-norm: off }\nrulez: 3\n", "m.cnn.yaml": warned };
    const { status, problems } = found(files, "m.cnn.yaml", "--config", "ci.yaml");
    assert.equal(status, 1);
    assert.deepEqual(problems, [
      "m.cnn.yaml:3 warning bias-before-norm",
      "ci.yaml:1 warning unknown-rule",
      "ci.yaml:2 error unknown-setting",
    ]);
  });

  it("that cannot be read are named, and the models are checked all the same", () => {
    const { status, problems, err } = found(
      { ".convlint.yaml": Buffer.from([0x23, 0xc4, 0xe3]), "m.cnn.yaml": warned },
      "m.cnn.yaml",
    );
    assert.equal(status, 2);
    assert.deepEqual(problems, ["m.cnn.yaml:3 warning bias-before-norm"]);
    assert.match(err, /^convlint: \.convlint\.yaml: .*UTF-8.*\n$/);
  });
});

describe("the rest of the settings", () => {
  const config = `root: true
extends: [performance, shared/strict.yaml]
rules: { bias-before-norm: error }
budget: { memory: 2GiB }
overrides:
  - files: ["models/**"]
    input: [3, 8, 8]
  - files: ["model/**"]
    scales: [n]
`;
  const files = {
    ".convlint.yaml": config,
    "shared/strict.yaml": "rules: { dropout-rate: warning, bias-before-norm: hint }\n",
    "models/m.cnn.yaml": warned,
  };

  it("are shown with the line that says them, and the command line above all", () => {
    within(files, (cwd) => {
      const args = ["check", "--show-settings", "models/m.cnn.yaml", "--rule", "skipped-pixels=off"];
      const { status, out } = convlint(args, { cwd });
      assert.equal(status, 0);
      const lines = out.split("\n").map((line) => line.replace(/ {2,}#/, " #"));
      for (const line of [
        "  - shared/strict.yaml",
        "ignored: false # default",
        "input: [3, 8, 8] # .convlint.yaml:7",
        "dialect: null # default: what the file says",
        "  bias-before-norm: error # .convlint.yaml:3",
        "  dropout-rate: warning # shared/strict.yaml:1",
        "  skipped-pixels: off # command line",
        "  checkerboard: hint # default",
        "    most: 2GiB # .convlint.yaml:4",
      ])
        assert.ok(
          lines.some((one) => one.trim() === line.trim()),
          `${line} in\n${out}`,
        );
      const json = JSON.parse(convlint([...args, "--format", "json"], { cwd }).out);
      assert.deepEqual(json.files, ["shared/strict.yaml", ".convlint.yaml"]);
      assert.deepEqual(json.rules["memory-over-budget"].severity, { value: "error", from: ".convlint.yaml:4" });
      assert.equal(convlint(["check", "--show-settings"], { cwd }).status, 2);
      assert.equal(convlint([...args, "--format", "sarif"], { cwd }).status, 2);
    });
  });

  it("tell of an override for no file, unless the file may come through standard input", () => {
    assert.deepEqual(found(files).problems, [
      "models/m.cnn.yaml:3 error bias-before-norm",
      ".convlint.yaml:8 information unused-override",
    ]);
    within(files, (cwd) => {
      const { out } = convlint(["check", "-", "--stdin-path", "model/n.cnn.yaml", "--format", "concise"], {
        cwd,
        input: warned,
      });
      assert.doesNotMatch(out, /unused-override/);
    });
  });

  it("name what cannot be extended at its place, and the rest holds", () => {
    const { problems } = found({
      ".convlint.yaml": "extends: [a/one.yaml, missing.yaml, ../up.yaml]\nrules: { bias-before-norm: hint }\n",
      "a/one.yaml": "extends: two.convlint.yaml\nrul: {}\n",
      "a/two.convlint.yaml": "extends: one.yaml\ninput: 3\n",
      "m.cnn.yaml": warned,
    });
    assert.deepEqual(problems, [
      "m.cnn.yaml:3 hint bias-before-norm",
      ".convlint.yaml:1 error wrong-setting",
      ".convlint.yaml:1 error wrong-setting",
      ".convlint.yaml:1 error wrong-setting",
      "a/two.convlint.yaml:1 error wrong-setting",
      "a/two.convlint.yaml:2 error wrong-setting",
    ]);
  });

  it("of another version end with 2 and say what to do, and the models are checked all the same", () => {
    const { status, problems, err } = found({ ".convlint.yaml": 'required-version: ">=99"\n', "m.cnn.yaml": warned });
    assert.equal(status, 2);
    assert.deepEqual(problems, ["m.cnn.yaml:3 warning bias-before-norm", ".convlint.yaml:1 error wrong-version"]);
    assert.match(err, /^convlint: \.convlint\.yaml:1: this is convlint [\d.]+, and >=99 is required; install .*\n$/);
  });

  it("say at which sizes a model is looked at, unless the command line does", () => {
    const model =
      "nc: 4\nscales:\n  n: [1, 0.5, 1024]\n  m: [1, 0.75, 1024]\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n" +
      "  - [-1, 1, Conv, [64, 3, 2, None, 32]]\nhead:\n  - [-1, 1, Classify, [nc]]\n";
    const only = { ".convlint.yaml": "scales: [n, x]\n", "yolov8n.yaml": model };
    assert.deepEqual(found(only).problems, []);
    assert.deepEqual(found(only, "--scale", "all").problems, ["yolov8n.yaml:7 error groups-divide-channels"]);
  });
});
