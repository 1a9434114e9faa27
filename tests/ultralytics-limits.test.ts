import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { understand } from "../server/src/service";

const scales = "scales:\n  n: [0.33, 0.25, 1024]\n  x: [1.00, 1.50, 512]\n";
const model = (rows: string, before = scales): string => `nc: 4\n${before}backbone:\n${rows}`;
const row = "  - [-1, 1, C2f, [64]]\n";

const hostile: { readonly [what: string]: string } = {
  "a row repeated without end": model("  - [-1, 1000000000, Conv, [64, 3, 1]]\n  - [-1, 1000000000, C2f, [64]]\n"),
  "modules that repeat without end": model("  - [-1, 1, RepNCSPELAN4, [64, 64, 32, 1000000000]]\n"),
  "a depth without end": model("  - [-1, 3, C2f, [64]]\n", "scales:\n  n: [1000000000, 1, 1024]\n"),
  "thirty thousand rows": model(row.repeat(30_000)),
  "thousands of sizes": model(
    row,
    `scales:\n${Array.from({ length: 5000 }, (_, i) => `  a${i}: [1, 1, ${i}]\n`).join("")}`,
  ),
  "a row that reads ten thousand": model(`${row}  - [[${"-1, ".repeat(10_000)}-1], 1, Concat, [1]]\n`),
};

describe("a model file that would never be built", () => {
  for (const [what, text] of Object.entries(hostile))
    it(`is read in bounded time: ${what}`, () => {
      const started = performance.now();
      const found = understand("model.yaml", text)!;
      assert.ok(found.analysis.models.length > 0);
      assert.ok(performance.now() - started < 120_000);
    });
});
