import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtIn, cardCalled, cardsAbout, nextCard } from "../../server/src/deck/deck";
import { readDeck } from "../../server/src/deck/read-deck";

const { cards, problems } = readDeck(`
cards:
  - { id: a, question: A, answer: A, tags: [one], operators: [Conv2d] }
  - { id: b, question: B, answer: B, tags: [two], rules: [bias-before-norm] }
  - { id: c, question: C, answer: C, tags: [one, two], operators: [Conv2d, Linear] }
`);

const ids = (...wanted: readonly Parameters<typeof nextCard>[0][]) => wanted.map((one) => nextCard(one, cards)?.id);

describe("the next card", () => {
  it("comes in the order of the deck, and the first behind the last", () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(ids({}, { after: "a" }, { after: "b" }, { after: "c" }), ["a", "b", "c", "a"]);
  });
  it("is the first after a card that the deck no longer has", () => {
    assert.deepEqual(ids({ after: "gone" }), ["a"]);
  });
  it("has the wanted tag", () => {
    assert.deepEqual(ids({ tag: "two" }, { tag: "two", after: "b" }, { tag: "two", after: "c" }), ["b", "c", "b"]);
  });
  it("is about the wanted operator, in any case, or rule", () => {
    assert.deepEqual(ids({ about: "conv2D" }, { about: "Conv2d", after: "a" }), ["a", "c"]);
    assert.deepEqual(ids({ about: "bias-before-norm", after: "b" }), ["b"]);
  });
  it("fulfils both wishes at once", () => {
    assert.deepEqual(ids({ about: "Conv2d", tag: "two" }), ["c"]);
  });
  it("is none where nothing fits, and in an empty deck", () => {
    assert.deepEqual(ids({ tag: "three" }, { about: "Softmax" }, { about: "" }), [undefined, undefined, undefined]);
    assert.equal(nextCard({}, []), undefined);
  });
  it("visits every card of the built-in deck once a round", () => {
    const seen: string[] = [];
    for (let card = nextCard({}); card && !seen.includes(card.id); card = nextCard({ after: card.id }))
      seen.push(card.id);
    assert.deepEqual(
      seen,
      builtIn().cards.map(({ id }) => id),
    );
  });
});

describe("cards", () => {
  it("are found by id", () => {
    assert.equal(cardCalled("stride")?.id, "stride");
    assert.equal(cardCalled("strides"), undefined);
  });
  it("are found by operator", () => {
    assert.deepEqual(
      cardsAbout("BatchNorm2d").map(({ id }) => id),
      ["why-batch-normalization", "how-batch-normalization-works"],
    );
  });
});
