import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "../../server/src/core/message";
import { known } from "../../server/src/derive/known";
import { choicesAt } from "../../server/src/settings/choices";

const files = ["models/net.cnn.yaml", "models/old/net.yaml", "strict.convlint.yaml", "train.py"];
const offer = {
  ...known(),
  ids: ["bias-before-norm", "memory-over-budget", "syntax"],
  dialects: ["yolov5"],
  version: "1.2.3",
  summaries: new Map([["syntax", "The text is broken."]]),
  files: () => files,
};

function choices(source: string) {
  const offset = source.indexOf("$0");
  const text = source.replace("$0", "");
  return { text, found: choicesAt(text, offset, offer) };
}

/** The words that fit where `$0` stands, and the word they stand for. */
function at(source: string): string | undefined {
  const { text, found } = choices(source);
  return found && `${text.slice(found.span.from, found.span.to)}: ${found.words.map(({ word }) => word).join(" ")}`;
}

const severities = "error warning information hint off";
const ids = "bias-before-norm memory-over-budget syntax";

test("keys of the file", () => {
  const keys = "root required-version extends rules budget input dialect scales modules ignore overrides";
  assert.equal(at("$0"), `: ${keys}`);
  assert.equal(at("root: true\nru$0les: {}"), `rules: ${keys}`);
  assert.equal(at("required-ver$0sion: 1"), `required-version: ${keys}`);
});

test("rules and their severities", () => {
  assert.equal(at("rules:\n  bias$0"), `bias: ${ids}`);
  assert.equal(at("rules:\n  bias-$0before-norm: off"), `bias-before-norm: ${ids}`);
  assert.equal(at("rules: { syn$0"), `syn: ${ids}`);
  assert.equal(at("rules:\n  bias-before-norm: o$0"), `o: ${severities}`);
  assert.equal(at("rules:\r\n  syntax: $0"), `: ${severities}`);
  assert.equal(at("rules: { syntax: $0 }"), `: ${severities}`);
});

test("options of a rule", () => {
  assert.equal(at("rules:\n  memory-over-budget:\n    mo$0"), "mo: severity most");
  assert.equal(at("rules: { memory-over-budget: { $0 } }"), ": severity most");
  assert.equal(at("rules: { syntax: { $0 } }"), ": severity");
  assert.equal(at("rules: { memory-over-budget: { severity: w$0 } }"), `w: ${severities}`);
  assert.equal(at("budget:\n  $0"), ": parameters macs memory");
  assert.equal(at("budget: { mem$0ory: 3GB }"), "memory: parameters macs memory");
});

test("overrides", () => {
  const keys = "files rules budget input dialect scales modules";
  assert.equal(at('overrides:\n  - files: ["*"]\n    $0'), `: ${keys}`);
  assert.equal(at("overrides:\n  - fi$0"), `fi: ${keys}`);
  assert.equal(at("overrides: [{ fi$0"), `fi: ${keys}`);
  assert.equal(at('overrides:\n  - files: ["*"]\n    rules:\n      $0'), `: ${ids}`);
  assert.equal(at('overrides:\n  - files: ["*"]\n    rules:\n      bias-before-norm: $0'), `: ${severities}`);
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
  assert.equal(at("scales: [n, $0"), ": n s m l x");
  assert.equal(at("required-version: $0"), ': ">=1.2"');
  assert.equal(at('required-version: "$0"'), ": >=1.2");
});

test("sets, and files that can be extended or named in globs", () => {
  const all = "recommended performance export all strict.convlint.yaml";
  assert.equal(at("extends: $0"), `: ${all}`);
  assert.equal(at("extends: [all, ./str$0]"), `./str: ${all}`);
  assert.equal(at("extends:\n  - $0"), `: ${all}`);
  const globs = "models/** models/old/** models/net.cnn.yaml models/old/net.yaml strict.convlint.yaml";
  assert.equal(at('ignore: ["mod$0els/x"]'), `models/x: ${globs}`);
  assert.equal(at("overrides:\n  - files: [$0]"), `: ${globs}`);
});

test("say what holds without them, and where more is told", () => {
  const of = (source: string, word: string) => choices(source).found!.words.find((one) => one.word === word);
  const usual = (source: string, word: string): string => render(of(source, word)!.default!);
  const page = "rules/syntax.md";
  assert.deepEqual(of("rules: { $0 }", "syntax"), { word: "syntax", doc: "The text is broken.", page });
  assert.equal(usual("rules: { $0 }", "bias-before-norm"), "warning");
  assert.equal(usual("rules: { $0 }", "memory-over-budget"), "off, in the set performance");
  assert.equal(usual("rules: { memory-over-budget: { $0 } }", "most"), "8GiB");
  assert.equal(usual("budget: { $0 }", "macs"), "no limit");
  assert.equal(usual("$0", "scales"), "all of them");
});

test("nothing where nothing is known to fit", () => {
  for (const source of ["# ru$0", "input: [3, $0", "input:\n  a$0", "a b$0", "rules:\n  - $0", "nothing:\n  $0"])
    assert.equal(at(source), undefined, source);
});
