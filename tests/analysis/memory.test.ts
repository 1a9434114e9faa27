import assert from "node:assert/strict";
import { test } from "node:test";
import { age, inferCall, remember } from "../../server/src/analysis/infer";
import { relu } from "../../server/src/ops/relu";

test("what was inferred is known as long as it is asked for, and forgotten when it is not", () => {
  const memory = remember("channels-first");
  const ask = (channels: number) => inferCall(relu, { x: [2, channels, 8, 8] }, {}, memory);
  const [kept, left] = [ask(3), ask(4)];
  age(memory);
  assert.equal(ask(3), kept);
  age(memory);
  assert.equal(ask(3), kept);
  assert.notEqual(ask(4), left);
});
