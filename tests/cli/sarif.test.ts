import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import Ajv from "ajv";
import { convlint, within } from "../support/command";

/**
 * The schema that the standard comes with, as the package @microsoft/jest-sarif has it. It is written for a draft of
 * JSON schema in which `id` is what `$id` is now; nothing else in it differs.
 */
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync("tests/support/sarif.schema.json", "utf8"));
const isValid: { (value: any): boolean; errors?: unknown[] | null } = new Ajv({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
  allErrors: true,
}).compile(schema);

function sarifOf(files: { readonly [path: string]: string }, ...args: readonly string[]) {
  const { out } = within(files, (cwd) => convlint(["check", "--format", "sarif", ...args], { cwd }));
  const log = JSON.parse(out);
  assert.ok(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3)));
  return log.runs[0];
}

const model = `input: [3, 16, 16]
layers:
  - Conv2d: { in_channels: 4, out_channels: 4, kernel_size: 3 }
  - BatchNorm2d
  - RuLE # convlint-disable-line unknown-operator
`;

describe("SARIF", () => {
  it("is what its schema asks for, whatever was found", () => {
    assert.deepEqual(sarifOf({ "a.txt": "" }).results, []);
    for (const folder of ["examples/broken", "tests/models"]) {
      const { out } = convlint(["check", folder, "--format", "sarif"]);
      const log = JSON.parse(out);
      assert.ok(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3)));
      assert.ok(log.runs[0].results.length > 5);
      for (const { ruleId, ruleIndex } of log.runs[0].results)
        assert.equal(log.runs[0].tool.driver.rules[ruleIndex].id, ruleId);
    }
  });

  it("is refused by the schema where it is wrong, so that the test above says something", () => {
    assert.equal(isValid({ version: "2.1.0", runs: [{ tool: { driver: {} } }] }), false);
    assert.equal(isValid({ version: "2.0.0", runs: [] }), false);
  });

  it("tells what comments silence, and marks problems so that they are known again", () => {
    const run = sarifOf({ "m.cnn.yaml": model });
    const silenced = run.results.filter((result: any) => result.suppressions);
    assert.deepEqual(
      silenced.map(({ ruleId, suppressions }: any) => [ruleId, suppressions]),
      [["unknown-operator", [{ kind: "inSource" }]]],
    );
    assert.ok(run.results.some(({ relatedLocations }: any) => relatedLocations));
    const marks = (text: string) =>
      sarifOf({ "m.cnn.yaml": text }).results.map((result: any) => result.partialFingerprints["convlint/v1"]);
    assert.deepEqual(marks(`# moved\n${model}`), marks(model));
    assert.equal(new Set(marks(model)).size, marks(model).length);
  });

  it("says what could not be looked at", () => {
    const { invocations } = sarifOf({ "m.cnn.yaml": model }, "m.cnn.yaml", "none.yaml");
    assert.deepEqual(invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "there is no such file" },
            locations: [{ physicalLocation: { artifactLocation: { uri: "none.yaml" } } }],
          },
        ],
      },
    ]);
  });
});
