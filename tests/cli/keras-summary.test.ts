import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const text = `framework: keras
input: [32, 32, 3]
layers:
  - Conv2D: { filters: 16, kernel_size: 3 }
  - BatchNormalization
  - ReLU
  - Conv2D: { filters: 8, kernel_size: 3, strides: 2 }
    name: features
  - Conv2D: { filters: 8, kernel_size: 1, activation: relu }
  - Flatten
  - Dense: { units: 10 }
`;

describe("convlint summary of a model of Keras", () => {
  it("reads as Keras has it, in Markdown too, and as it was in JSON and CSV", () => {
    const shown = (format: string): string =>
      within({ "a.cnn.yaml": text }, (cwd) => convlint(["summary", "a.cnn.yaml", "--format", format], { cwd }).out);
    assert.match(shown("table"), /^conv2d_1 \(Conv2D\) +\(None, 14, 14, 8\) +72 +12,544 /m);
    assert.match(shown("markdown"), /\| conv2d\\_1 \(Conv2D\) \| \(None, 14, 14, 8\) \| 72 \| 12,544 \|/);
    assert.match(shown("markdown"), /^\* Non-trainable params: 32 \(128\.00 Byte\)$/m);
    assert.match(shown("csv"), /Conv2D,-1,1,"\[14, 14, 8\]",72,72,/);
    assert.match(shown("json"), /"outputs": \[\s+\[\s+14,\s+14,\s+8\s+\]/);
  });
});
