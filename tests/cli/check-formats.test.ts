import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const misspelt = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, bias: false }\n  - RuLE\n";

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
