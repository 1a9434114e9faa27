import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { idsIn } from "../support/ids-in";

const sound = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, bias: false }\n  - ReLU\n";
const broken = sound.replace("3, bias", "9, bias");
const warned = sound.replace(", bias: false", "").replace("ReLU", "BatchNorm2d");
const misspelt = sound.replace("ReLU", "RuLE");

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
    assert.match(said("quiz", "a"), /quiz is not in this version/);
    assert.match(said("summary"), /summary/);
    assert.match(said("explain", "kernel-fits-inptu"), /did you mean kernel-fits-input/);
  });
});

describe("what convlint check looks at", () => {
  it("is folders and globs, in which what is no model is passed over silently", () => {
    const files = {
      "a/one.cnn.yaml": broken,
      "a/deep/two.cnn.yml": broken,
      "a/three.cnn.json": '{ "input": [3, 8, 8], "layers": ["RuLE"] }',
      "a/compose.yaml": "services: { web: { image: x } }\n",
      "a/node_modules/m.cnn.yaml": broken,
      "a/gbk.yaml": Buffer.from([0x23, 0xc4, 0xe3, 0xba, 0xc3, 0x0a]),
    };
    within(files, (cwd) => {
      const all = { "a/deep/two.cnn.yml": ["kernel-fits-input 3:45"], "a/one.cnn.yaml": ["kernel-fits-input 3:45"] };
      const json = { "a/three.cnn.json": ["unknown-operator 1:34"] };
      const walked = convlint(["check", "a", "--format", "json"], { cwd });
      assert.deepEqual([walked.status, walked.err], [1, ""]);
      assert.deepEqual(idsIn(walked.out), { ...all, ...json });
      assert.deepEqual(idsIn(convlint(["check", "a/**/*.{yaml,yml}", "--format", "json"], { cwd }).out), all);
      const twice = convlint(["check", "a", "a/one.cnn.yaml", "--format", "json"], { cwd });
      assert.equal(JSON.parse(twice.out).totals.files, 3);
    });
  });

  it("is standard input under the name that is given", () => {
    const { status, out } = convlint(["check", "-", "--stdin-path", "x/y.cnn.yaml", "--format", "json"], {
      input: broken,
    });
    assert.equal(status, 1);
    assert.deepEqual(idsIn(out), { "x/y.cnn.yaml": ["kernel-fits-input 3:45"] });
  });

  it("counts columns without the mark of the order of bytes, and lines at every kind of end", () => {
    const flow = "\ufeff{ input: [3, 8, 8], layers: [RuLE] }";
    const { out } = convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--format", "json"], { input: flow });
    assert.deepEqual(idsIn(out), { "a.cnn.yaml": ["unknown-operator 1:30"] });
    const old = convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--format", "json"], {
      input: misspelt.replaceAll("\n", "\r\n"),
    });
    assert.deepEqual(idsIn(old.out), { "a.cnn.yaml": ["unknown-operator 4:5"] });
  });
});

describe("the formats of convlint check", () => {
  const check = (...args: readonly string[]) =>
    within({ "m.cnn.yaml": misspelt }, (cwd) => convlint(["check", "m.cnn.yaml", ...args], { cwd }));

  it("are concise where nobody looks", () => {
    assert.equal(
      check().out,
      "m.cnn.yaml:4:5: error[unknown-operator] no operator is called RuLE; did you mean ReLU?\n",
    );
  });

  it("show the words in their line", () => {
    const { out } = check("--format", "full");
    assert.match(out, /^error\[unknown-operator\]: no operator is called RuLE/m);
    assert.match(out, /m\.cnn\.yaml:4:5$/m);
    assert.match(out, /^4 .* {3}- RuLE\n.* {5}\^\^\^\^$/m);
    assert.match(out, /help.*: Change to ReLU/);
    assert.match(out, /1 error in 1 file/);
  });

  it("hand over everything as JSON", () => {
    const { version, files, totals } = JSON.parse(check("--format", "json").out);
    assert.equal(version, 1);
    assert.deepEqual(files, [
      {
        file: "m.cnn.yaml",
        format: "convlint",
        problems: [
          {
            id: "unknown-operator",
            severity: "error",
            message: "no operator is called RuLE; did you mean ReLU?",
            line: 4,
            column: 5,
            endLine: 4,
            endColumn: 9,
            layer: 1,
            fix: {
              title: "Change to ReLU",
              safe: false,
              edits: [{ line: 4, column: 5, endLine: 4, endColumn: 9, text: "ReLU" }],
            },
            docs: "docs/rules/unknown-operator.md",
          },
        ],
      },
    ]);
    assert.deepEqual(totals, { files: 1, errors: 1, warnings: 0, information: 0, hints: 0, suppressed: 0 });
  });

  it("have colours only where they are wanted", () => {
    const full = ["check", "examples/broken", "--format", "full"];
    const coloured = (args: readonly string[], env = {}) =>
      convlint([...full, ...args], { env }).out.includes("\u001b[");
    assert.equal(coloured([]), false);
    assert.equal(coloured(["--color", "always"]), true);
    assert.equal(coloured(["--color", "always"], { NO_COLOR: "1" }), true);
    assert.equal(coloured(["--color", "never"]), false);
  });

  it("never hand a terminal what it would obey", () => {
    const text = 'input: [3, 8, 8]\nlayers:\n  - "\\e[31mRed"\n  - "Re\u001b[2Jd"\n';
    for (const format of ["full", "concise"]) {
      const { out } = convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--format", format], { input: text });
      assert.ok(out.includes("unknown-operator") && !out.includes("\u001b"), JSON.stringify(out));
    }
  });

  it("count by id", () => {
    assert.match(check("--statistics").out, /^1 {2}unknown-operator {2}in 1 file, fixable$/m);
    const { statistics } = JSON.parse(check("--statistics", "--format", "json").out);
    assert.deepEqual(statistics, { "unknown-operator": { count: 1, fixable: 1, files: 1 } });
    const { out, err } = check("--statistics", "--format", "gitlab");
    assert.deepEqual([JSON.parse(out).length, err], [1, "1  unknown-operator  in 1 file, fixable\n"]);
  });
});

describe("fixes", () => {
  const stated =
    "\ufeffinput: [3, 8, 8]\r\nlayers:\r\n  - Conv2d: { in_channels: 4, out_channels: 4, kernel_size: 3 }\r\n  - RuLE\r\n";

  it("are written where they are safe, and all of them where that is wanted", () => {
    within({ "m.cnn.yaml": stated, "other.yaml": "a: { in_channels: 4 }\n" }, (cwd) => {
      const text = () => readFileSync(join(cwd, "m.cnn.yaml"), "utf8");
      assert.equal(convlint(["check", "--fix"], { cwd }).status, 1);
      assert.equal(text(), stated.replace("in_channels: 4, out", "in_channels: 3, out"));
      assert.equal(convlint(["check", "--unsafe-fixes"], { cwd }).status, 0);
      assert.equal(text(), stated.replace("in_channels: 4, out", "in_channels: 3, out").replace("RuLE", "ReLU"));
    });
  });

  it("are shown as a patch that git takes, and not written", () => {
    const many = `input: [3, 40, 40]\nlayers:\n${"  - SiLU\n".repeat(9)}  - Conv2d: { in_channels: 4, out_channels: 4, kernel_size: 3 }\n${"  - SiLU\n".repeat(9)}  - Conv2d: { in_channels: 5, out_channels: 4, kernel_size: 3 }`;
    within({ "m.cnn.yaml": many }, (cwd) => {
      const { status, out } = convlint(["check", "--diff"], { cwd });
      assert.equal(status, 1);
      assert.equal(readFileSync(join(cwd, "m.cnn.yaml"), "utf8"), many);
      assert.equal(out.match(/^@@/gm)?.length, 2);
      writeFileSync(join(cwd, "fix.patch"), out);
      execFileSync("git", ["apply", "fix.patch"], { cwd });
      const mended = many.replace("in_channels: 4", "in_channels: 3").replace("in_channels: 5", "in_channels: 4");
      assert.equal(readFileSync(join(cwd, "m.cnn.yaml"), "utf8"), mended);
      assert.deepEqual(convlint(["check", "--diff"], { cwd }), { status: 0, out: "", err: "" });
    });
  });
});

describe("suppression", () => {
  it("counts what comments silence, and reports those that silence nothing", () => {
    const text = misspelt.replace(
      "- RuLE",
      "- RuLE # convlint-disable-line unknown-operator -- later\n  - ReLU # convlint-disable-line wrong-rank",
    );
    const { status, out } = convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--format", "json"], { input: text });
    assert.equal(status, 0);
    assert.deepEqual(idsIn(out), { "a.cnn.yaml": ["unused-suppression 5:34"] });
    assert.equal(JSON.parse(out).totals.suppressed, 1);
  });
});

describe("scales", () => {
  const text =
    "nc: 2\nscales: { n: [1, 0.25, 1024], s: [1, 0.5, 1024] }\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, nn.Conv2d, [8, 3, 1, 1, 1, 3]]\nhead: []\n";
  const check = (...args: readonly string[]) =>
    within({ "m.yaml": text }, (cwd) => convlint(["check", "m.yaml", "--format", "json", ...args], { cwd }));

  it("are all looked at, unless one is asked for", () => {
    const all = JSON.parse(check().out).files[0].problems;
    assert.ok(all.length > 0);
    assert.equal(check("--scale", "all").out, check().out);
    assert.equal(check("--scale", "s").status, 1);
    const none = check("--scale", "q");
    assert.equal(none.status, 2);
    assert.match(none.err, /m\.yaml: .*scale q/);
  });
});
