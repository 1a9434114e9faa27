import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import { add, symbol, unknown } from "../../server/src/core/dim";
import { empty, render, say, setting, templateOf, verbatim, writtenIn } from "../../server/src/core/message";
import { english } from "../../server/src/core/voice";

test("a message is a template and values, and reads as one sentence", () => {
  const message = say`${16} input channels cannot be split into ${3} groups`;
  assert.equal(templateOf(message), "{0} input channels cannot be split into {1} groups");
  assert.equal(render(message), "16 input channels cannot be split into 3 groups");
});

test("sizes, shapes and messages stand in gaps", () => {
  const shape = [8, add(symbol("H"), 1), unknown];
  assert.equal(render(say`${shape} has ${symbol("W")}${say`, not ${5}`}${empty}`), "[8, H + 1, ?] has W, not 5");
});

test("a translation may turn the values round, and is asked for by template", () => {
  const words = new Map([["{0} reads {1}", "{1} wird von {0} gelesen"]]);
  assert.equal(
    render(say`${"head"} reads ${"row 3"}`, { translate: (template) => words.get(template) }),
    "row 3 wird von head gelesen",
  );
  assert.equal(render(say`${"head"} skips`, { translate: (template) => words.get(template) }), "head skips");
});

test("a value that looks like a gap is no gap", () => {
  const translate = (template: string) => (template === "no {0} here" ? "hier kein {0}" : undefined);
  assert.equal(render(say`no ${"{0}"} here`, { translate }), "hier kein {0}");
  assert.equal(render(verbatim("a {0} as it is")), "a {0} as it is");
});

describe("an argument with its value", () => {
  const written = { true: "True", false: "False", assigns: "=" };
  const message = say`${setting("padding", 2)} or ${say`${setting("padding", "same")}, ${setting("bias", "false")}`}`;

  it("is written as in YAML", () => assert.equal(render(message), "padding: 2 or padding: same, bias: false"));
  it("is written as a language writes it", () =>
    assert.equal(render(writtenIn(written, message)), 'padding=2 or padding="same", bias=False'));
  it("is written as the voice says", () =>
    assert.equal(render(say`${setting("bias", "true")}`, { ...english, written }), "bias=True"));
});
