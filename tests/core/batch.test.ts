import assert from "node:assert/strict";
import { test } from "node:test";
import { batch, image, perImage, valuesOf } from "../../server/src/core/batch";
import { mul, showDim, showShape, symbol, unknown } from "../../server/src/core/dim";

test("a shape is shown without the batch, and whole where the batch has gone elsewhere", () => {
  assert.equal(showShape(image([batch, 3, 8])), "[3, 8]");
  assert.equal(showShape(image([symbol("N"), 3, 8])), "[3, 8]");
  assert.equal(showShape(image([unknown, 3, 8])), "[3, 8]");
  assert.equal(showShape(image([mul(batch, 64), 8])), "[64·N, 8]");
  assert.equal(showShape(image([49, batch, 8])), "[49, N, 8]");
  assert.equal(showShape(image([symbol("H"), 8])), "[H, 8]");
  assert.equal(showShape(image([])), "[]");
});

test("what is counted is for one image, wherever the batch stands", () => {
  assert.equal(showDim(valuesOf([batch, 3, 8])), "24");
  assert.equal(showDim(valuesOf([49, batch, 8])), "392");
  assert.equal(showDim(valuesOf([mul(batch, 64), 8])), "512");
  assert.equal(showDim(valuesOf([1, 8])), "8");
  assert.deepEqual(perImage([49, batch, 8]), [49, 8]);
  assert.deepEqual(perImage([mul(batch, 64), 8]), [64, 8]);
  assert.deepEqual(perImage([3, 8]), [3, 8]);
});
