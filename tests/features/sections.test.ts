import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MarkupContent } from "vscode-languageserver-types";
import { type HoverSection, hoverSections } from "../../server/src/core/display";
import { hover } from "../../server/src/features/hover";
import { asking } from "../../server/src/lsp/quiz";
import { snapshotOf } from "../support/shown/at-cursor";

const model = "input: [1, 32, 32]\nlayers:\n  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }\n";

function lines(...sections: readonly HoverSection[]): readonly string[] {
  const found = hover(snapshotOf(model), model.indexOf("Conv2d"), { markdown: true, sections: new Set(sections) });
  return (found!.contents as MarkupContent).value.split("\n").filter((line) => line);
}

describe("sections of a hover", () => {
  it("are each told alone, behind what the operator is", () => {
    const alone: { readonly [section in HoverSection]: readonly RegExp[] } = {
      formula: [/^H' = /, /^\[documentation at docs\.pytorch\.org\]/],
      shape: [/^`\[1, 32, 32\]` → `\[16, 30, 30\]`$/],
      sizes: [/^- sizes: /],
      parameters: [/^- parameters: /],
      macs: [/^- MACs: /],
      memory: [/^- memory: /],
      receptiveField: [/^- receptive field: /],
      scales: [],
      quiz: [],
    };
    for (const section of hoverSections) {
      const [head, ...rest] = lines(section);
      assert.match(head!, /^\*\*Conv2d\*\* /);
      assert.equal(rest.length, alone[section].length, section);
      for (const [i, line] of rest.entries()) assert.match(line, alone[section][i]!);
    }
  });

  it("has a card and a link for clients that ask cards, unless it is left out", () => {
    const look = { markdown: true, quiz: asking("ask") };
    const told = (offset: number, sections?: ReadonlySet<HoverSection>) =>
      (hover(snapshotOf(model), offset, { ...look, ...(sections && { sections }) })!.contents as MarkupContent).value;
    const link = (question: string, wanted: object) =>
      `\n\n*${question}* [Quiz me on this](command:ask?${encodeURIComponent(JSON.stringify([wanted]))})`;
    const ends = (text: string, end: string) => assert.ok(text.endsWith(end), `${text} ends in ${end}`);
    const cnn = link("What is a convolutional neural network (CNN)?", { about: "Conv2d" });
    ends(told(model.indexOf("Conv2d")), cnn);
    ends(told(model.indexOf("bias")), cnn);
    assert.doesNotMatch(told(model.indexOf("Conv2d"), new Set(["shape"])), /Quiz/);
    assert.doesNotMatch(told(model.indexOf("input")), /Quiz/);
    // A card on the argument, on what is wrong there, and on what an operator is made of.
    const at = (text: string, word: string) =>
      (hover(snapshotOf(text), text.indexOf(word), look)!.contents as MarkupContent).value;
    const strided = model.replace("bias: false", "stride: 2");
    ends(at(strided, "stride"), link("What is the stride of a convolution?", { about: "Conv2d", card: "stride" }));
    assert.match(at(strided.replace("3, stride", "64, stride"), "64"), /about%22%3A%22kernel-fits-input/);
    ends(at("backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n", "Conv"), cnn);
    const silenced = `${model}  # convlint-disable-next-line bias-before-norm -- why\n  - ReLU\n`;
    assert.match(at(silenced, "bias-before"), /about%22%3A%22bias-before-norm/);
    const other = silenced.replace("bias-before-norm", "large-dense-head");
    assert.doesNotMatch(at(other, "large-dense"), /Quiz/);
  });

  it("may all be left out", () => assert.equal(lines().length, 1));
});
