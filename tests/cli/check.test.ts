import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { idsIn } from "../support/ids-in";

const sound = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, bias: false }\n  - ReLU\n";
const broken = sound.replace("3, bias", "9, bias");
const misspelt = sound.replace("ReLU", "RuLE");

const deck = (answer: string): string =>
  `name: Sizes\ncards:\n  - id: pooled\n    question: What does a window of 2 make of 4×4?\n    ${answer}\n`;

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

  it("is decks of cards too, as the editor checks them", () => {
    const files = {
      "sound.cards.yaml": deck("answer: 2×2"),
      "bad.cards.yaml": deck("anwser: 2×2"),
      "one.cnn.yaml": sound,
    };
    within(files, (cwd) => {
      const { status, out } = convlint(["check", ".", "--format", "json"], { cwd });
      assert.equal(status, 1);
      assert.deepEqual(idsIn(out)["bad.cards.yaml"]?.slice(0, 1), ["wrong-card 3:5"]);
      assert.equal("sound.cards.yaml" in idsIn(out), false);
      assert.equal(JSON.parse(out).totals.files, 2);
      const named = convlint(["check", "sound.cards.yaml"], { cwd });
      assert.deepEqual([named.status, named.err], [0, ""]);
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
