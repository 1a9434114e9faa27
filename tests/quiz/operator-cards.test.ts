import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { english } from "../../server/src/core/voice";
import { ops } from "../../server/src/derive/frameworks";
import { operatorCards } from "../../server/src/derive/operator-cards";
import { operatorsIn } from "../../server/src/service/operators-in";

describe("cards about operators", () => {
  const cards = operatorCards(
    ops.map(({ name }) => name),
    english,
  );

  it("are one for each, with an id of its own", () => {
    assert.equal(cards.length, ops.length);
    assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
    for (const { id, answer } of cards) {
      assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(answer.length > 10, id);
    }
  });

  it("are about what a model is made of, in whatever words", () => {
    const keras =
      "framework: keras\ninput: [8, 8, 3]\nlayers:\n  - Conv2D: { filters: 4, kernel_size: 3 }\n  - Dense: { units: 2 }\n";
    assert.deepEqual(operatorsIn("a.cnn.yaml", keras), ["Conv2d", "Linear"]);
    const half = "input: [3, 8, 8]\nlayers:\n  - MaxPool2d: { kernel_size: 2 }\n  - Con\n  - ReLU:\n  - {";
    assert.deepEqual(operatorsIn("a.cnn.yaml", half), ["MaxPool2d", "ReLU"]);
    assert.deepEqual(operatorsIn("a.yaml", "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\nhead: []\n"), ["Conv"]);
    assert.deepEqual(operatorsIn("a.yaml", "key: value\n"), []);
  });
});
