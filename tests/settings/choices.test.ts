import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesAt } from "../../server/src/settings/choices";

const offer = { ids: [{ word: "some-rule", doc: "Finds something." }], dialects: ["yolov5"] };

/** The words that fit where `$0` stands, and the word they stand for. */
function at(source: string): string | undefined {
  const offset = source.indexOf("$0");
  const text = source.replace("$0", "");
  const found = choicesAt(text, offset, offer);
  return found && `${text.slice(found.span.from, found.span.to)}: ${found.words.map(({ word }) => word).join(" ")}`;
}

test("keys of the file", () => {
  assert.equal(at("$0"), ": root required-version extends rules budget input dialect scales modules ignore overrides");
  assert.equal(
    at("root: true\nru$0les: {}"),
    "rules: root required-version extends rules budget input dialect scales modules ignore overrides",
  );
});

test("rules and their severities", () => {
  assert.equal(at("rules:\n  some$0"), "some: some-rule");
  assert.equal(at("rules:\n  some-$0rule: off"), "some-rule: some-rule");
  assert.equal(at("rules:\n  some-rule: o$0"), "o: error warning information hint off");
  assert.equal(at("rules:\r\n  some-rule: $0"), ": error warning information hint off");
});

test("overrides", () => {
  assert.equal(at('overrides:\n  - files: ["*"]\n    $0'), ": files rules budget input dialect scales modules");
  assert.equal(at("overrides:\n  - fi$0"), "fi: files rules budget input dialect scales modules");
  assert.equal(at('overrides:\n  - files: ["*"]\n    rules:\n      $0'), ": some-rule");
  assert.equal(at('overrides:\n  - files: ["*"]\n    dialect: $0'), ": yolov5");
});

test("declared modules", () => {
  const keys = "doc args told scaled repeats channels size parameters macs block";
  assert.equal(at("modules:\n  Mine:\n    $0"), `: ${keys}`);
  assert.equal(at('overrides:\n  - files: ["*"]\n    modules:\n      Mine:\n        to$0'), `to: ${keys}`);
  assert.equal(at("modules:\n  Mine:\n    told: $0"), ": true false");
  assert.equal(at("modules:\n  Mine:\n    channels: $0"), undefined);
});

test("values of the other keys", () => {
  assert.equal(at("dialect: y$0"), "y: yolov5");
  assert.equal(at("root: $0"), ": true false");
});

test("nothing where nothing is known to fit", () => {
  for (const source of ["# ru$0", "input: [3, $0", "ignore: $0", "input:\n  a$0", "a b$0"])
    assert.equal(at(source), undefined, source);
});
