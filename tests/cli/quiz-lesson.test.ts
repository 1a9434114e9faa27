import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { using } from "../support/quiz-command";

describe("convlint quiz --lesson", () => {
  it("goes through a lesson, with a model beside it that nothing but somebody's own hand changes", () =>
    using(
      (run, cwd) => {
        const model = join(cwd, "net.cnn.yaml");
        const first = run("--lesson net.cards.yaml");
        assert.deepEqual([first.status, first.err], [1, ""]);
        assert.equal(
          first.out,
          "net.cnn.yaml was written: complete it step by step.\nNet: step 1 of 2\n\n  Halve it.\n\nStill wrong: there is no MaxPool2d in the model yet\n",
        );
        const begun = readFileSync(model, "utf8");
        writeFileSync(model, `${begun}  - MaxPool2d: { kernel_size: 2 }\n`);
        const { status, out } = run("--lesson net.cards.yaml");
        assert.equal(status, 1);
        assert.match(
          out,
          /^Net: step 2 of 2\n\n {2}✓ halve\n\n {2}Ten\.\n\nStill wrong: the model gives \[1, 4, 4\], not \[10\]\n$/,
        );
        writeFileSync(
          join(cwd, "anna.cnn.yaml"),
          `${begun}  - MaxPool2d: { kernel_size: 2 }\n  - Flatten\n  - Linear: { out_features: 10 }\n`,
        );
        const anna = run("--lesson net.cards.yaml --model anna.cnn.yaml --format json");
        assert.equal(anna.status, 0);
        const { done, wrong, steps } = JSON.parse(anna.out);
        assert.deepEqual([done, wrong, steps[1]], [true, null, { id: "ten", done: true, goal: true }]);
        assert.match(
          run("--lesson net.cards.yaml --model nobody.cnn.yaml").err,
          /--model nobody\.cnn\.yaml: there is no such file/,
        );
        assert.match(run("--lesson ours.cards.yaml").err, /ours\.cards\.yaml: it is no lesson/);
        assert.match(run("--model net.cnn.yaml").err, /--model goes with --lesson/);
      },
      {
        "net.cards.yaml":
          "name: Net\nlesson: |\n  input: [1, 8, 8]\n  layers:\ncards:\n  - { id: halve, question: Halve it., answer: So., goal: MaxPool2d }\n  - { id: ten, question: Ten., answer: So., goal: 'output => [10]' }\n",
      },
    ));
});
