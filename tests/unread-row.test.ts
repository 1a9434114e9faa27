import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../server/src/core/message";
import { read } from "./support/check-model";

const told = (...rows: readonly string[]) => {
  const text = `nc: 4\nbackbone:\n${rows.map((row) => `  - ${row}\n`).join("")}`;
  const { problems } = read(text, "yolov8.yaml");
  return problems
    .filter(({ id }) => id === "unread-row")
    .map(({ layer, related }) => [layer, ...(related ?? []).map(({ message }) => render(message))]);
};

const stem = ["[-1, 1, Conv, [64, 3, 8]]", "[-1, 1, Conv, [128, 3, 2]]"];
const head = "[[0, 1], 1, Detect, [nc]]";

describe("a row that nobody reads, beside a module that nobody knows", () => {
  it("is the end of a chain through it", () =>
    assert.deepEqual(told(...stem, "[-1, 1, MyBlock, [8]]", "[[-1, 1], 1, Concat, [1]]", head), [
      [3, "MyBlock #2 is computed for it alone"],
    ]));

  it("is not that module, nor what it reads", () => {
    assert.deepEqual(told(...stem, "[-1, 1, Conv, [64, 3, 1]]", "[-1, 1, MyBlock, [8]]", head), []);
    assert.deepEqual(told(...stem, "[-1, 1, Conv, [64, 3, 1]]", "[[0, 1, 2], 1, MyHead, [nc]]"), []);
  });

  it("is not told while another row is wrong, also behind that module", () => {
    const join = "[[-1, 1], 1, Concat, [1]]";
    const rest = ["[-1, 1, MyBlock, [8]]", join, head];
    assert.deepEqual(told(...stem, "[1, 1, Conv, [64]]", ...rest).length, 1);
    assert.deepEqual(told(...stem, "[1, 1, Conv, [64, 3, 1, 0, 7]]", ...rest), []);
    assert.deepEqual(told(...stem, "[1, 1, Conv, [64, wide]]", ...rest), []);
    assert.deepEqual(told(...stem, "[-1, 1, MyBlock, [8]]", "[-1, 1, Conv, [64, wide]]", join, head), []);
  });
});
