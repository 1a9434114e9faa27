import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { mend } from "../../server/src/core/mend";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";

const offered = (text: string, path = "model.cnn.yaml") => {
  const found = understand(path, text)!;
  return found
    .mendable(found.analysis.problems)
    .flatMap(({ fixes = [] }) => fixes)
    .map(({ title, edits }) => [render(title), applied(text, edits)] as const);
};
const titles = (text: string, path?: string) => offered(text, path).map(([title]) => title);
const row = (call: string, input = "[24, 32, 32]") => `input: ${input}\nlayers:\n  - ${call}\n`;

describe("values that an operator names", () => {
  it("are offered where they would do", () => {
    assert.deepEqual(titles(row("Conv2d: { out_channels: 48, kernel_size: 3, groups: 5 }")), [
      "Set groups to 4",
      "Set groups to 6",
    ]);
    assert.deepEqual(titles(row("Conv2d: { out_channels: 50, kernel_size: 3, groups: 4 }")), [
      "Set out_channels to 48",
      "Set out_channels to 52",
    ]);
  });

  it("are not where something else is wrong with them", () =>
    assert.deepEqual(titles(row("Conv2d: { out_channels: 32, kernel_size: 3, groups: 5 }")), ["Set groups to 4"]));

  it("become arguments where none is written", () =>
    assert.deepEqual(offered(row("Conv2d: { out_channels: 8, kernel_size: 5 }", "[3, 3, 3]")).at(-1), [
      "Add padding: 1",
      row("Conv2d: { out_channels: 8, kernel_size: 5, padding: 1 }", "[3, 3, 3]"),
    ]));

  it("are words where the framework has words", () =>
    assert.deepEqual(
      titles("framework: keras\ninput: [3, 3, 3]\nlayers:\n  - Conv2D: { filters: 8, kernel_size: 5 }\n"),
      ["Set kernel_size to 3", "Add padding: same"],
    ));

  it("do not take the place of a list or a formula", () => {
    assert.deepEqual(titles(row("Conv2d: { out_channels: 8, kernel_size: [5, 3] }", "[3, 3, 3]")), ["Add padding: 1"]);
    const block = `input: [24, 8, 8]\nlayers:\n  - B: { g: 5 }\nblocks:\n  B:\n    params: { g: 1 }\n    layers:\n      - Conv2d: { out_channels: 48, kernel_size: 3, groups: $g }\n`;
    assert.deepEqual(titles(block), []);
  });

  it("reach into a module of Ultralytics", () => {
    const yolo = (g: number): string =>
      `nc: 3\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n  - [-1, 1, Conv, [64, 3, 1, null, ${g}]]\nhead:\n  - [[1], 1, Detect, [nc]]\n`;
    const [first] = offered(yolo(5), "yolov8.yaml");
    assert.deepEqual(first, ["Set g to 4", yolo(4)]);
  });

  it("are chosen by whoever sees them, unless there is one", () => {
    const mended = (text: string): string => {
      const look = (text: string) => {
        const { format, analysis, mendable } = understand("model.cnn.yaml", text)!;
        return { format, problems: mendable(analysis.problems), unknown: 0 };
      };
      return mend(text, look, true).text;
    };
    const two = row("Conv2d: { out_channels: 48, kernel_size: 3, groups: 5 }");
    assert.equal(mended(two), two);
    assert.equal(
      mended(row("Conv2d: { out_channels: 32, kernel_size: 3, groups: 5 }")),
      row("Conv2d: { out_channels: 32, kernel_size: 3, groups: 4 }"),
    );
  });
});
