import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";

const related = (text: string, options: object = {}): readonly string[] =>
  understand("model.cnn.yaml", text, options)!.analysis.problems.flatMap(({ related = [] }) =>
    related.map(({ message }) => render(message)),
  );

const block = `blocks:
  Stage:
    params: { width: 4 }
    layers:
      - Conv2d: { out_channels: $width, kernel_size: 9 }
      - ReLU
`;

test("a problem in a block names the call it is about", () => {
  assert.deepEqual(related(`input: [3, 8, 8]\nlayers:\n  - Stage\n${block}`), ["in Stage #0"]);
});

test("a problem that stands at the call does not name it once more", () => {
  const ruleOptions = { "macs-over-budget": { most: 10 } };
  const text = `input: [3, 32, 32]\nlayers:\n  - Stage\n  - Stage\n${block}`;
  const found = understand("model.cnn.yaml", text, { ruleOptions })!.analysis.problems;
  assert.deepEqual(
    found.map(({ id }) => id),
    ["macs-over-budget"],
  );
  assert.deepEqual(related(text, { ruleOptions }), []);
  const outer = text.replace("  - Stage\n  - Stage\n", "  - Outer\n").concat("  Outer: { layers: [Stage] }\n");
  assert.deepEqual(related(outer, { ruleOptions }), []);
});
