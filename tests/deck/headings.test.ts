import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Card } from "../../server/src/deck/card";
import { builtIn } from "../../server/src/deck/deck";

/** Every heading of the text that the deck retells, in its order, and the card that answers it. */
const table: readonly (readonly [heading: string, card: string])[] = [
  ["What is a CNN?", "what-is-a-cnn"],
  ["Key Applications of CNNs", "applications-of-cnns"],
  ["What is Convolution?", "what-is-convolution"],
  ["What do CNN filters detect?", "what-filters-detect"],
  ["How does convolution work?", "how-convolution-works"],
  ["What is stride in CNNs?", "stride"],
  ["What is padding in CNNs?", "padding"],
  ["Layers in a CNN", "layers-of-a-cnn"],
  ["Pooling in CNNs", "pooling"],
  ["Fully Connected Layer", "fully-connected-layer"],
  ["How do CNNs learn?", "how-cnns-learn"],
  ["What is Backpropagation?", "backpropagation"],
  ["Example: A Simple CNN", "simple-cnn-shapes"],
  ["Find the total parameters calculation", "simple-cnn-parameters"],
  ["Structure", "simple-cnn-parameters"],
  ["Who developed LeNet?", "who-developed-lenet"],
  ["What was LeNet used for?", "what-lenet-was-for"],
  ["Key Features of LeNet", "lenet-features"],
  ["Why is Batch Normalization needed?", "why-batch-normalization"],
  ["How does Batch Normalization work?", "how-batch-normalization-works"],
  ["How to improve CNN generalization?", "improving-generalization"],
  ["Key similarities and differences between backpropagation and regularization", "backpropagation-and-regularization"],
  ["Feature map size formula", "feature-map-size"],
  ["Pooling size formula", "pooling-size"],
];

/** What the text has wrong or half right, and the words that the correction cannot do without. */
const corrections: readonly (readonly [card: string, says: RegExp, right: RegExp])[] = [
  ["feature-map-size", /\/kernel size\)\/stride \+ 1/, /minus/],
  ["pooling-size", /input size\/kernel size/, /stride equals the kernel size and divides/],
  ["lenet-features", /max-pooling/, /average pooling/],
  ["lenet-output", /softmax/, /radial basis/],
  ["padding", /same/, /only at stride 1/i],
  ["backpropagation", /adjusts the weights/, /optimiser/],
  ["simple-cnn-parameters", /255,632/, /255,690/],
];

const cardCalled = (id: string): Card => {
  const card = builtIn().cards.find((one) => one.id === id);
  assert.ok(card, `no card is called ${id}`);
  return card;
};

const source = "../shared/flashcards.txt";

describe("the text behind the deck", () => {
  it("has 24 headings, two of them one card", () => {
    assert.equal(table.length, 24);
    assert.equal(new Set(table.map(([, card]) => card)).size, 23);
    for (const [, card] of table) cardCalled(card);
  });

  for (const [id, says, right] of corrections)
    it(`is corrected in ${id}`, () => {
      const { textSays = "", correction = "" } = cardCalled(id);
      assert.match(textSays, says);
      assert.match(correction, right);
    });

  if (!existsSync(source)) {
    console.error(`LEFT OUT: ${source} is absent, so the table of headings is not compared with the text`);
    return;
  }
  const lines = readFileSync(source, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim());
  const places = table.map(([heading]) => lines.indexOf(heading));

  it("has these headings, in this order", () => {
    assert.deepEqual(
      table.filter((_, row) => places[row]! < 0),
      [],
    );
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      places,
    );
    const questions = lines.filter((line) => line.endsWith("?"));
    assert.deepEqual(
      questions.filter((line) => !table.some(([heading]) => heading === line)),
      [],
    );
  });

  it("has no figure that its card lacks", () => {
    const plain = (text: string) => text.replaceAll("{,}", ",").replaceAll("(", " ");
    table.forEach(([heading, id], row) => {
      const body = lines.slice(places[row]! + 1, places[row + 1] ?? lines.length).join(" ");
      const { question, answer } = cardCalled(id);
      // "Conv Layer 1" is a name, and a kernel of 3×3 has no figure of its own to compare.
      const figures = body.replace(/Layer \d/g, "").match(/\d+(?:,\d{3})*(?:×\d+)*/g) ?? [];
      const said = plain(`${question} ${answer}`);
      for (const figure of figures) assert.ok(said.includes(figure), `${heading}: ${figure} is not in ${id}`);
    });
  });
});
