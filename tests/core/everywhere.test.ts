import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everywhere } from "../../server/src/core/everywhere";
import type { Part } from "../../server/src/core/flow";
import { understand } from "../../server/src/service";

const narrow = ({ outputs: [output] }: Part): true | undefined =>
  output?.slice(1).some((size) => Number(size) < 8) ? true : undefined;
const found = (text: string): number =>
  everywhere(understand("model.cnn.yaml", text)!.analysis.models[0]!, narrow).filter(({ part }) => part.op).length;

const blocks = `blocks:
  Stage:
    params: { width: null }
    layers:
      - Conv2d: { out_channels: $width, kernel_size: 1 }
`;

const model = (...layers: readonly string[]): string =>
  `input: [9, 16, 16]\nlayers:\n${layers.map((layer) => `  - ${layer}\n`).join("")}${blocks}`;

describe("what is wrong in every use of a text", () => {
  it("is told of each use", () => assert.equal(found(model("Stage: { width: 4 }", "Stage: { width: 6 }", "ReLU")), 3));

  it("is nothing where one call of a block is fine", () =>
    assert.equal(found(model("Stage: { width: 4 }", "Stage: { width: 16 }")), 0));

  it("is nothing where of one call too little is known", () =>
    assert.equal(found(model("Stage: { width: 4 }", "Stage: { width: wide }")), 0));

  it("looks at copies too", () => {
    assert.equal(found(model("Conv2d: { out_channels: 4, kernel_size: 1 }\n    repeat: 3")), 3);
    assert.equal(found(model("MaxPool2d: { kernel_size: 2 }\n    repeat: 2")), 0);
  });

  it("passes over a layer that a condition leaves out", () =>
    assert.equal(found(model("Stage: { width: 4 }", "Stage: { width: 16 }\n    when: $(input.channels > 9)")), 1));
});
