import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { goThrough } from "../../server/src/cli/quiz/lesson";
import { render } from "../../server/src/core/message";
import { english } from "../../server/src/core/voice";
import { readGoals } from "../../server/src/deck/goal";
import { readDeck } from "../../server/src/deck/read-deck";
import { fileDeck } from "../../server/src/drill/decks";
import { goalsOf, lessonOf } from "../../server/src/drill/lesson";
import { deckProblems } from "../../server/src/service/decks";
import { judge } from "../../server/src/service/lesson";

const file = "examples/lessons/first-network.cards.yaml";
const text = readFileSync(file, "utf8");
const lesson = lessonOf(fileDeck(file, text))!;
const { start } = lesson;
const goals = goalsOf(lesson);
const look = (model: string) => judge(goals, "a.cnn.yaml", model);
const wrongIn = (model: string) => {
  const { wrong } = look(model);
  return wrong && render(wrong);
};

const conv = "  - Conv2d: { out_channels: 16, kernel_size: 3 }\n";
const relu = "  - ReLU\n";
const pool = "  - MaxPool2d: { kernel_size: 2 }\n";
const second = "  - Conv2d: { out_channels: 32, kernel_size: 3, padding: 1 }\n";
const flat = "  - Flatten\n";
const linear = "  - Linear: { out_features: 10 }\n";
const average = "  - AdaptiveAvgPool2d: { output_size: 1 }\n";

describe("the lesson of the examples", () => {
  it("is sound, and its last card shows a model that meets every goal", () => {
    assert.deepEqual(deckProblems(text), []);
    assert.deepEqual(look(lesson.steps.at(-1)!.model!), { at: lesson.steps.length, next: lesson.steps.length });
  });

  it("is judged in a text that has no name yet and does not say what it is", () => {
    const { wrong } = judge(goals, "Untitled-1", start);
    assert.equal(wrong && render(wrong), wrongIn(start));
  });

  it("is done step by step, and says what is still wrong", () => {
    let model = start;
    const told: (readonly [at: number, wrong: string | undefined])[] = [];
    const look = (more = "") => {
      const { at, wrong } = judge(goals, "a.cnn.yaml", model + more);
      told.push([at, wrong && render(wrong)]);
    };
    look();
    look("  - Conv2d: { out_channels: 16, kernel_size: 5 }\n");
    look("  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }\n");
    model += conv;
    look();
    look(pool);
    model += relu + pool;
    look("  - Conv2d: { out_channels: 32, kernel_size: 3 }\n");
    model += second;
    look(linear);
    model += flat + linear;
    look();
    model = start + conv + relu + pool + second + average + flat + linear;
    look();
    assert.deepEqual(told, [
      [0, "there is no Conv2d in the model yet"],
      [0, "Conv2d #0 gives [16, 28, 28], not [16, 30, 30]"],
      [0, "Conv2d #0 has 3·3·1·16 = 144 parameters, not 160"],
      [2, "behind Conv2d #0 there is no ReLU yet"],
      [2, "behind Conv2d #0 there is no ReLU yet; the last layer, MaxPool2d #1, gives [16, 15, 15]"],
      [4, "Conv2d #3 gives [32, 13, 13], not [32, 15, 15]"],
      [5, "the model gives [32, 15, 10], not [10]"],
      [7, "the model has 76,810 parameters, and may have at most 6,000"],
      [8, undefined],
    ]);
  });

  it("takes whatever leads to the goals, in the words of either framework, and begins anew with what was undone", () => {
    const keras = start.replace("input: [1, 32, 32]", "framework: keras\ninput: [32, 32, 1]");
    assert.equal(
      judge(
        [readGoals("Conv2d => [30, 30, 16]") as []],
        "a.cnn.yaml",
        `${keras}  - Conv2D: { filters: 16, kernel_size: 3 }\n`,
      ).wrong,
      undefined,
    );
    assert.equal(look(start + relu + conv + relu + pool + second).at, 5);
    assert.equal(look(start + conv + pool + second).at, 2);
    assert.equal(wrongIn(`${start}${conv}  - {`)?.startsWith("line "), true);
    assert.equal(wrongIn("nothing"), "line 1: a model is a map with input and layers");
  });
});

describe("goals", () => {
  it("are read line by line", () => {
    const one = (text: string) => (readGoals(text) as readonly object[])[0];
    assert.deepEqual(one("Conv2d => [16, 30, 30] params=160 macs<=1_000"), {
      of: "Conv2d",
      shape: [16, 30, 30],
      bounds: [
        { figure: "params", isMost: false, value: 160 },
        { figure: "macs", isMost: true, value: 1000 },
      ],
    });
    assert.deepEqual(one("[10]"), { shape: [10], bounds: [] });
    assert.deepEqual(one("params=1"), { bounds: [{ figure: "params", isMost: false, value: 1 }] });
    assert.deepEqual(readGoals("output => [10]\n\ntotal params≤5,130\n"), [
      { of: "output", shape: [10], bounds: [] },
      { of: "total", bounds: [{ figure: "params", isMost: true, value: 5130 }] },
    ]);
  });

  it("are told where they cannot be", () => {
    const told = (text: string) => render(readGoals(text) as never);
    assert.match(told("make it small"), /^a goal is written Conv2d => .* not make it small$/);
    assert.match(told("output params=3"), /^output has a shape/);
    assert.match(told("total => [3]"), /^total is of parameters or MACs/);
  });

  it("are checked in a deck: of a lesson, of an operator, and met by the model of their card", () => {
    const card = (goal: string, more = "") =>
      `cards:\n  - id: a\n    question: Q\n    answer: A\n    goal: ${goal}\n${more}`;
    const told = (deck: string) => deckProblems(deck).map(({ message }) => render(message));
    const begun = "lesson: |\n  input: [1, 8, 8]\n  layers:\n";
    assert.deepEqual(told(card("ReLU")), [
      "a goal is of a lesson, and this deck has no key lesson with the model to begin with",
    ]);
    assert.deepEqual(told(begun + card("Conv2e => [1]")), ["no operator is called Conv2e; did you mean Conv2d?"]);
    assert.deepEqual(told(begun + card("Dense params=1")), []);
    assert.deepEqual(told(`lesson: 3\n${card("ReLU")}`), ["a lesson is the text of the model that it begins with"]);
    const model = "    model: |\n      input: [1, 8, 8]\n      layers:\n        - ReLU\n";
    assert.deepEqual(told(begun + card("ReLU => [1, 8, 8]", model)), []);
    assert.deepEqual(told(begun + card("ReLU => [1, 9, 9]", model)), [
      "the model of this card does not meet its goal: ReLU #0 gives [1, 8, 8], not [1, 9, 9]",
    ]);
    assert.equal(readDeck(begun + card('"?"')).cards.length, 0);
  });

  it("are no matter of memory: a step is not asked in reviews", () => {
    const { cards } = fileDeck(file, text);
    assert.deepEqual(
      cards.map(({ id }) => id),
      ["what-to-build", "why-so-many-weights"],
    );
  });
});

describe("a lesson in the terminal", () => {
  async function pressed(keys: string, models: readonly string[]) {
    let [said, looks] = ["", 0];
    const same = (text: string): string => text;
    const status = await goThrough(
      lesson,
      "net.cnn.yaml",
      () => look(models[Math.min(looks++, models.length - 1)]!),
      (async function* () {
        yield* keys;
      })(),
      { write: (text) => void (said += text), bold: same, dim: same, voice: english },
    );
    return { status, said };
  }

  it("asks one step after the other, and looks at the model when it is told to", async () => {
    const whole = start + conv + relu + pool + second + average + flat + linear;
    const { status, said } = await pressed("   a q", [start, start, start + conv]);
    assert.equal(status, 1);
    assert.match(said, /step 1 of 8[\s\S]*step 2 of 8[\s\S]*Still wrong: there is no Conv2d in the model yet/);
    assert.match(said, /`- Conv2d: \{ out_channels: 16/);
    assert.match(said, /Done\.\n\n.*step 3 of 8/);
    const done = await pressed("", [whole]);
    assert.deepEqual([done.status, done.said], [0, "All steps are done; net.cnn.yaml is yours to keep.\n"]);
  });
});
