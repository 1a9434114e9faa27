import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";

const text = readFileSync("client/src/sample.cnn.yaml", "utf8");
/** It is opened unsaved, so that its name says nothing of it. */
const problemsIn = (text: string) => understand("Untitled-1", text)!.analysis.problems;

describe("the sample", () => {
  it("has one mistake, with a fix after which nothing is wrong", () => {
    const [problem, ...others] = problemsIn(text);
    assert.deepEqual(others, []);
    assert.equal(
      render(problem!.message),
      "in_features is 4096, but the input has 3136 features; images of 36–39 px would give 4096",
    );
    assert.equal(text.slice(problem!.span.from, problem!.span.to), "4096");
    assert.deepEqual(problemsIn(applied(text, problem!.fixes![0]!.edits)), []);
  });

  it("would be right as its comment says it was", () => {
    const before = text.replace("kernel_size: 3 }\n  - ReLU\n  - MaxPool2d: { kernel_size: 2 }\n  - Flatten", (found) =>
      found.replace("3 }", "3, padding: 1 }"),
    );
    assert.notEqual(before, text);
    assert.deepEqual(
      problemsIn(before).filter(({ severity }) => severity === "error"),
      [],
    );
  });
});
