import assert from "node:assert/strict";
import { test } from "node:test";
import { understand } from "../../server/src/service";

/** Ids that are reported, and ids that are not because a comment says so. */
function told(text: string, severities = {}): string {
  const { problems, suppressed } = understand("model.cnn.yaml", text, { severities })!.analysis;
  return `${problems.map(({ id }) => id)} | ${suppressed.map(({ id }) => id)}`;
}

const conv = "  - ReLU: { slope: 0.1 }";
const model = (...lines: readonly string[]): string => `input: [3, 8, 8]\nlayers:\n${lines.join("\n")}\n`;

test("nothing said, nothing silenced", () => assert.equal(told(model(conv)), "unknown-argument | "));

test("this line, with a reason", () =>
  assert.equal(told(model(`${conv} # convlint-disable-line unknown-argument -- on purpose`)), " | unknown-argument"));

test("the next line and no other", () => {
  const comment = "  # convlint-disable-next-line unknown-argument";
  assert.equal(told(model(comment, conv, conv)), "unknown-argument | unknown-argument");
  assert.equal(told(model(comment, "", conv)), "unused-suppression,unknown-argument | ");
});

test("the file, wherever the comment stands", () =>
  assert.equal(
    told(`${model(conv, conv)}# convlint-disable-file unknown-argument\n`),
    " | unknown-argument,unknown-argument",
  ));

test("from here to there", () => {
  const [off, on] = ["  # convlint-disable unknown-argument", "  # convlint-enable unknown-argument"];
  assert.equal(told(model(conv, off, conv, on, conv)), "unknown-argument,unknown-argument | unknown-argument");
  assert.equal(told(model(off, conv, conv)), " | unknown-argument,unknown-argument");
});

test("several ids: each is told apart, and an idle one is a problem at its own words", () => {
  const text = model(`${conv} # convlint-disable-line unknown-argument, wrong-rank`);
  const { problems } = understand("model.cnn.yaml", text)!.analysis;
  assert.deepEqual(
    problems.map(({ id, span }) => [id, text.slice(span.from, span.to)]),
    [["unused-suppression", "wrong-rank"]],
  );
});

test("no other spelling", () => {
  for (const comment of ["convlint-ignore unknown-argument", "convlint-disable-lines unknown-argument", "noqa"])
    assert.equal(told(model(`${conv} # ${comment}`)), "unknown-argument | ");
});

test("a text is no comment", () => {
  const quoted = '  - ReLU:\n    name: "a # convlint-disable-file unknown-argument"';
  assert.match(told(model(conv, quoted)), /^unknown-argument\b/);
});

test("what the configuration switches off is neither reported nor missed", () => {
  assert.equal(told(model(conv), { "unknown-argument": "off" }), " | ");
  const comment = "  # convlint-disable-next-line bias-before-norm";
  assert.equal(told(model(comment, "  - ReLU"), { "bias-before-norm": "off" }), " | ");
  assert.equal(told(model(comment, "  - ReLU")), "unused-suppression | ");
});

test("while a bracket is open, nobody knows what a comment would silence", () => {
  const open = "  - Conv2d: { out_channels: 8, # convlint-disable-line kernel-fits-input";
  assert.equal(told(model("  - ReLU", open)), "syntax | ");
});
