import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { summarise } from "../../server/src/analysis/summarise";
import type { Question } from "../../server/src/deck/question";
import { modelQuestions } from "../../server/src/quiz/model";
import { subjectsIn } from "../../server/src/quiz/subject";
import { understand } from "../../server/src/service";
import { answerIn, shapedLike } from "../support/quiz-proof";

const open = (path: string) => understand(path, readFileSync(path, "utf8"))!.analysis.models[0]!;
const zoo = readdirSync("examples/zoo").filter((file) => file.endsWith(".yaml"));
const files = ["examples/lenet5.cnn.yaml", "examples/yolov8-style.yaml", "examples/keras-small.cnn.yaml"];
const all = process.env["QUIZ"] === "all";
if (!all)
  console.error(`LEFT OUT: no question about the ${zoo.length} models of the zoo is proved; QUIZ=all proves all`);

const asked = (path: string, tag?: string): readonly Question[] => [
  ...modelQuestions(open(path), { seed: 5, ...(tag !== undefined && { tag }) }),
];
const find = (questions: readonly Question[], prompt: RegExp): Question => {
  const found = questions.find((one) => prompt.test(one.prompt));
  assert.ok(found, String(prompt));
  return found;
};
const choices = ({ choices = [] }: Question) =>
  choices.map(({ text, right, why }) => `${right ? "✓" : "✗"} ${text}${why === undefined ? "" : `: ${why}`}`).sort();

describe("questions about a model", () => {
  for (const path of [...files, ...(all ? zoo.map((file) => `examples/zoo/${file}`) : [])])
    it(`state what its summary says: ${path}`, () => {
      const model = open(path);
      const { layers } = summarise(model, () => null);
      const questions = [...modelQuestions(model, { seed: 5 })];
      assert.ok(questions.length > 5, `${questions.length}`);
      let proved = 0;
      assert.equal(new Set(questions.map(({ prompt }) => prompt)).size, questions.length);
      assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
      for (const question of questions) {
        shapedLike(question);
        const label = /[Ll]ayer `([^`›]+)`/.exec(question.prompt)?.[1];
        const row = model.graph.rows.findIndex((one) => one.label === label);
        // Rows inside others, and rows of several steps, have no line of their own in the summary.
        if (row < 0 || model.graph.rows[row]!.nodes.length !== 1) continue;
        const [kind] = question.id.split("-");
        if (kind === "field") assert.equal(question.answer, String(layers[row]!.receptiveField), question.prompt);
        else if (kind === "shape" || kind === "parameters" || kind === "macs")
          assert.equal(question.answer, answerIn(question, model, row), question.prompt);
        else continue;
        proved++;
      }
      const own = model.graph.rows.filter(({ nodes }) => nodes.length === 1).length;
      if (own > 5) assert.ok(proved > 5, `${proved} of ${questions.length}`);
      else console.error(`LEFT OUT: ${path} is made of blocks, whose rows the summary has no line of`);
    });

  it("write layers of a program as it does", () => {
    const text = [
      "import torch",
      "from torch import nn",
      "",
      "net = nn.Sequential(",
      '    nn.Conv2d(3, 16, 3, padding=1, padding_mode="circular", bias=False),',
      "    nn.ReLU(),",
      ")",
      "net(torch.zeros(1, 3, 32, 32))",
      "",
    ].join("\n");
    const model = understand("net.py", text)!.analysis.models[0]!;
    const questions = [...modelQuestions(model, { seed: 5 })];
    const [shape] = questions.filter(({ prompt }) => /Which shape/.test(prompt));
    const call =
      'Conv2d(in_channels=3, out_channels=16, kernel_size=3, padding=1, padding_mode="circular", bias=False)';
    assert.ok(shape?.prompt.includes(call), shape?.prompt);
    const told = questions.flatMap(({ choices = [], prompt }) => [prompt, ...choices.map(({ why }) => why ?? "")]);
    assert.ok(
      told.some((one) => one.includes("`padding=1` is left out")),
      told.join("\n"),
    );
    assert.deepEqual(
      told.filter((one) => /\{ \w+: |`\w+: \S+`/.test(one)),
      [],
    );
  });

  it("ask which layer holds most, and say how much the others hold", () => {
    const most = find(asked("examples/lenet5.cnn.yaml"), /most parameters/);
    assert.deepEqual(choices(most), [
      "✓ `C5` (Conv2d)",
      "✗ `C3` (Conv2d): It holds 2,416 of 61,706 parameters, 3.9 %",
      "✗ `F6` (Linear): It holds 10,164 of 61,706 parameters, 16 %",
      "✗ `Linear #11`: It holds 850 of 61,706 parameters, 1.4 %",
    ]);
    assert.equal(most.explanation, "It holds 48,120 of 61,706 parameters, 78 %");
  });

  it("ask what breaks where the stride is doubled, as the model itself would say it", () => {
    const question = find(asked("examples/lenet5.cnn.yaml"), /`stride` of layer `C1`/);
    assert.equal(question.answer, "`C5` (Conv2d)");
    const written = readFileSync("examples/lenet5.cnn.yaml", "utf8");
    const text = written.replace(/out_channels: 6, kernel_size: 5/, "$&, stride: 2");
    assert.notEqual(text, written);
    const { problems } = understand("lenet5.cnn.yaml", text)!.analysis;
    assert.match(question.explanation!, /a filter of 5 px does not fit a height of 1 px/);
    assert.ok(problems.some(({ id }) => id === "kernel-fits-input"));
  });

  it("ask which padding keeps the size, and say what the others give", () => {
    assert.deepEqual(choices(find(asked("examples/lenet5.cnn.yaml"), /`C1`.*`padding` keeps/)), [
      "✓ 2",
      "✗ 0: `padding: 0` gives [6, 28, 28]",
      "✗ 1: `padding: 1` gives [6, 30, 30]",
      "✗ 4: That is the border of both sides together; `padding: 4` gives [6, 36, 36]",
    ]);
  });

  it("judge what is typed by the same mistakes", () => {
    const { typed } = find(asked("examples/lenet5.cnn.yaml"), /`C1`.*parameters/);
    assert.deepEqual(typed!.judge("156"), { right: true });
    assert.deepEqual(typed!.judge("150"), { right: false, reason: "That leaves out `bias`, which has 6" });
  });

  it("may be about one layer, or have one tag", () => {
    const path = "examples/lenet5.cnn.yaml";
    const model = open(path);
    const offset = subjectsIn(model)[2]!.step.node.span.from;
    const [about, tagged] = [[...modelQuestions(model, { seed: 1, offset })], asked(path, "receptive-field")];
    assert.ok(about.length > 0 && tagged.length > 0);
    for (const { prompt } of about) assert.match(prompt, /`S2`|`Tanh #1`/);
    for (const { tags } of tagged) assert.deepEqual(tags, ["receptive-field"]);
  });

  it("are none where nothing is known", () => {
    for (const text of ["", "layers:\n  - Conv2d", "input: [3, H, W]\nlayers:\n  - Conv2d: { out_channels: 3"])
      for (const model of understand("m.cnn.yaml", text)?.analysis.models ?? [])
        assert.deepEqual([...modelQuestions(model, { seed: 1 })], [], text);
  });
});
