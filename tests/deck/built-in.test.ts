import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checks } from "../../server/src/core/checks";
import { builtIn } from "../../server/src/deck/deck";
import { rules } from "../../server/src/rules/index";
import { vocabularies } from "../../server/src/vocabularies/index";
import { checkModel } from "../support/check-model";

const { cards, name, problems } = builtIn();
const spellings = vocabularies.flatMap(({ spellings }) => [...spellings.values()]);

describe("the built-in deck", () => {
  it("is read without a problem", () => {
    assert.deepEqual(problems, []);
    assert.equal(name, "Understanding CNNs");
    assert.ok(cards.length >= 23, `${cards.length} cards`);
  });

  it("links only to operators that exist", () => {
    const known = new Set(spellings.map(({ op }) => op.name));
    for (const { id, operators } of cards)
      assert.deepEqual(
        operators.filter((name) => !known.has(name)),
        [],
        id,
      );
  });

  it("links only to rules, checks and constraints that exist", () => {
    const known = new Set([
      ...rules.map(({ id }) => id),
      ...Object.keys(checks),
      ...spellings.flatMap(({ op, constraints }) => [...Object.keys(op.constraints), ...Object.keys(constraints)]),
    ]);
    for (const card of cards)
      assert.deepEqual(
        card.rules.filter((id) => !known.has(id)),
        [],
        card.id,
      );
  });

  it("tags every card, in the words that other cards use too", () => {
    const used = cards.flatMap(({ tags }) => tags);
    for (const { id, tags } of cards) {
      assert.ok(tags.length > 0, id);
      for (const tag of tags) assert.ok(used.filter((other) => other === tag).length > 1, `${id}: only here: ${tag}`);
    }
  });

  it("closes every formula, and writes none over two lines", () => {
    for (const { id, question, answer, correction = "" } of cards)
      for (const line of [question, answer, correction].join("\n").split("\n"))
        assert.equal(line.split("$").length % 2, 1, `${id}: ${line}`);
  });
});

describe("models of cards", () => {
  for (const { id, model } of cards)
    if (model !== undefined)
      it(`proves ${id}`, () => {
        assert.match(model, /# => /);
        // A card is about one thing: what would be advice for a network is none for a sketch. Errors are told of it.
        const wrong = checkModel(model, `${id}.cnn.yaml`).filter(
          (line) => !/not expected: (?:warning|information|hint)\[/.test(line),
        );
        assert.deepEqual(wrong, []);
      });

  const totals: readonly (readonly [card: string, fact: "params" | "macs", total: string])[] = [
    ["simple-cnn-parameters", "params", "255,632"],
    ["simple-cnn-parameters-with-bias", "params", "255,690"],
    ["simple-cnn-macs", "macs", "3,993,152"],
    ["lenet-features", "params", "61,706"],
  ];
  for (const [id, fact, total] of totals)
    it(`adds up to ${total} in ${id}`, () => {
      const card = cards.find((one) => one.id === id);
      assert.ok(card?.model);
      const counts = [...card.model.matchAll(new RegExp(`${fact}=(\\d+)`, "g"))].map(([, count]) => Number(count));
      assert.equal(counts.reduce((sum, count) => sum + count, 0).toLocaleString("en"), total);
      assert.ok(card.answer.includes(total), "the answer states the total");
    });
});
