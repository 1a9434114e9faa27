import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const text = `input: [3, 16, 16]
layers:
  - Conv2d: { in_channels: 4, out_channels: 4, kernel_size: 3 } # 5 % off, a: b
    name: "first"
  - BatchNorm2d
  - "Re<&>LU: 50%"
`;

/** What `check` prints of one model, which has an error with a fix, a warning and an odd name. */
const printed = (format: string): string =>
  within({ "a b/m,1.cnn.yaml": text }, (cwd) => {
    const { status, out, err } = convlint(["check", "a b", "--format", format], { cwd });
    assert.deepEqual([status, err], [1, ""]);
    return out;
  });

const ids = ["stated-size", "bias-before-norm", "unknown-operator"].sort();
const sorted = (found: readonly string[]) => [...found].sort();

describe("convlint check for other programs", () => {
  it("prints a problem a line", () => {
    const lines = printed("json-lines")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { files } = JSON.parse(printed("json"));
    assert.deepEqual(
      lines,
      files[0].problems.map((problem: any) => ({ file: files[0].file, ...problem })),
    );
    assert.deepEqual(sorted(lines.map(({ id }) => id)), ids);
  });

  it("prints commands for GitHub, with what has a meaning there told in another way", () => {
    const lines = printed("github").trimEnd().split("\n");
    assert.deepEqual(sorted(lines.map((line) => /title=ConvLint \(([\w-]+)\),/.exec(line)![1]!)), ids);
    const odd = lines.find((line) => line.includes("unknown-operator"))!;
    assert.match(
      odd,
      /^::error title=ConvLint \(unknown-operator\),file=a b\/m%2C1\.cnn\.yaml,line=6,endLine=6,col=5,endColumn=19::a b\/m,1\.cnn\.yaml:6:5: unknown-operator: /,
    );
    assert.match(odd, /Re<&>LU: 50%25/);
  });

  it("prints a report for GitLab, in which a problem keeps its mark when lines move", () => {
    const entries = JSON.parse(printed("gitlab"));
    assert.deepEqual(sorted(entries.map((entry: any) => entry.check_name)), ids);
    assert.equal(new Set(entries.map((entry: any) => entry.fingerprint)).size, entries.length);
    const moved = within(
      { "a b/m,1.cnn.yaml": `# one more line\n${text}` },
      (cwd) => convlint(["check", "--format", "gitlab"], { cwd }).out,
    );
    assert.deepEqual(
      JSON.parse(moved).map((entry: any) => entry.fingerprint),
      entries.map((entry: any) => entry.fingerprint),
    );
    assert.deepEqual(
      JSON.parse(moved).map((entry: any) => entry.location.lines.begin),
      entries.map((entry: any) => entry.location.lines.begin + 1),
    );
  });

  it("prints SARIF, with places, rules and fixes", () => {
    const { version, runs } = JSON.parse(printed("sarif"));
    const [{ tool, results, columnKind, artifacts, invocations }] = runs;
    assert.deepEqual([version, columnKind], ["2.1.0", "utf16CodeUnits"]);
    assert.deepEqual(artifacts, [{ location: { uri: "a%20b/m%2C1.cnn.yaml" }, roles: ["analysisTarget"] }]);
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
    const rule = tool.driver.rules.find(({ id }: any) => id === "bias-before-norm");
    assert.deepEqual(rule.defaultConfiguration, { level: "warning" });
    assert.ok(rule.fullDescription.text.startsWith(`${rule.shortDescription.text} `));
    assert.match(rule.help.markdown, /^# bias-before-norm/);
    assert.match(tool.driver.rules.find(({ id }: any) => id === "stated-size").helpUri ?? "https://", /^https:\/\//);
    assert.deepEqual(sorted(results.map((result: any) => tool.driver.rules[result.ruleIndex].id)), ids);
    const stated = results.find((result: any) => result.ruleId === "stated-size");
    assert.equal(stated.level, "error");
    assert.deepEqual(stated.locations[0].physicalLocation, {
      artifactLocation: { uri: "a%20b/m%2C1.cnn.yaml", index: 0 },
      region: { startLine: 3, startColumn: 28, endLine: 3, endColumn: 29 },
    });
    assert.deepEqual(stated.fixes[0].artifactChanges[0].replacements, [
      { deletedRegion: { startLine: 3, startColumn: 28, endLine: 3, endColumn: 29 }, insertedContent: { text: "3" } },
    ]);
  });

  it("prints JUnit, a test a problem", () => {
    const out = printed("junit");
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="convlint" tests="3" failures="3" errors="0">\n/,
    );
    assert.equal(out.match(/<failure /g)?.length, ids.length);
    assert.equal(out.match(/<testcase /g)?.length, ids.length);
    assert.match(out, /Re&lt;&amp;&gt;LU/);
    const passed = convlint(["check", "examples/lenet5.cnn.yaml", "--format", "junit"]).out;
    assert.match(passed, /tests="1" failures="0"/);
    assert.doesNotMatch(passed, /<failure /);
  });

  it("marks the words also behind letters that are wide", () => {
    const wide = 'input: [3, 8, 8]\nlayers: [ReLU: { name: "网络" }, RuLE]\n';
    const { out } = convlint(["check", "-", "--stdin-path", "a.cnn.yaml", "--format", "full"], { input: wide });
    const [, line, marks] = [...out.matchAll(/^2 │ (.*RuLE.*)\n {2}│ ( *\^{4})$/gm)].at(-1)!;
    assert.equal(marks!.indexOf("^"), line!.indexOf("RuLE") + 2);
  });
});
