import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { kerasChain } from "../support/keras-chain";

describe("convlint summary of a model of Keras", () => {
  it("reads as Keras has it, in Markdown too, and as it was in JSON and CSV", () => {
    const shown = (format: string): string =>
      within(
        { "a.cnn.yaml": kerasChain },
        (cwd) => convlint(["summary", "a.cnn.yaml", "--format", format], { cwd }).out,
      );
    assert.match(shown("table"), /^conv2d_1 \(Conv2D\) +\(None, 14, 14, 8\) +72 +12,544 /m);
    assert.match(shown("markdown"), /\| conv2d\\_1 \(Conv2D\) \| \(None, 14, 14, 8\) \| 72 \| 12,544 \|/);
    assert.match(shown("markdown"), /^\* Non-trainable params: 32 \(128\.00 Byte\)$/m);
    assert.match(shown("csv"), /Conv2D,-1,1,"\[14, 14, 8\]",72,72,/);
    assert.match(shown("json"), /"outputs": \[\s+\[\s+14,\s+14,\s+8\s+\]/);
  });
});
