import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { say } from "../../server/src/core/message";
import { english } from "../../server/src/core/voice";
import { builtIn, cardCalled } from "../../server/src/deck/deck";
import { questionOf } from "../../server/src/deck/question";
import { countTyped, shapeTyped } from "../../server/src/deck/typed";

/** What is no answer at all may be typed anew, and says so. */
const wrongly = (reason: string) => ({ right: false, reason, ...(/is asked for/.test(reason) && { unread: true }) });

describe("a card as a question", () => {
  it("has its id, its deck and its texts", () => {
    const { id, deck, prompt, answer, tags, operators, rules } = questionOf(cardCalled("stride")!, "mine");
    assert.deepEqual(
      { id, deck, tags, operators, rules },
      {
        id: "stride",
        deck: "mine",
        tags: ["convolution", "sizes"],
        operators: ["Conv2d", "MaxPool2d"],
        rules: ["skipped-pixels"],
      },
    );
    assert.match(prompt, /^What is the stride/);
    assert.match(answer, /15×15 at stride 2\.$/);
  });
  it("says beside the answer what the text has wrong", () => {
    const { explanation } = questionOf(cardCalled("pooling-size")!, "d");
    assert.match(
      explanation ?? "",
      /^> The text says: The size is input size\/kernel size\.\n\n\*\*Mind:\*\* That holds only/,
    );
    assert.equal(questionOf(cardCalled("stride")!, "d").explanation, undefined);
  });
  it("keeps its id in another language", () => {
    const voice = { translate: () => "…" };
    for (const card of builtIn().cards) assert.equal(questionOf(card, "d", voice).id, card.id);
  });
});

const bias = { value: 1200, why: say`Without biases it would be ${1200}` };
const count = countTyped(1216, [bias], english);
const large = countTyped(3_157_200, [], english);

describe("a number that is typed", () => {
  for (const text of [
    "1216",
    "1,216",
    "1.216",
    "1 216",
    " 1_216 ",
    "1'216",
    "１２１６",
    "1200 + 16",
    "3·20·20 + 16 = 1216",
  ])
    it(`is right: ${text}`, () => assert.deepEqual(count.judge(text), { right: true }));
  for (const text of ["3.2M", "3.16 m", "3,16M", "3157k", "315.7万"])
    it(`is right though rounded: ${text}`, () =>
      assert.deepEqual(large.judge(text), { right: true, note: "Exactly 3,157,200" }));
  const wrong: readonly (readonly [text: string, reason: string])[] = [
    ["1200", "Without biases it would be 1200"],
    ["1.2k", "1.2k could also be 1,200; it is 1,216"],
    ["1217", "It is 1,216, not 1,217"],
    ["1.5k", "It is 1,216, not 1,500"],
    ["many", "A number is asked for, such as 1,216 or 1.2k"],
    ["", "A number is asked for, such as 1,216 or 1.2k"],
    ["1,2,1,6", "A number is asked for, such as 1,216 or 1.2k"],
  ];
  for (const [text, reason] of wrong)
    it(`is wrong: ${text}`, () => assert.deepEqual(count.judge(text), wrongly(reason)));
  it("is a number of thousands where it looks like one", () =>
    assert.deepEqual(countTyped(24, [], english).judge("24,000"), { right: false, reason: "It is 24, not 24,000" }));
  it("is too coarse with one digit, unless that is all of it", () => {
    assert.deepEqual(large.judge("3M"), { right: false, reason: "3M is too coarse; it is 3,157,200" });
    assert.deepEqual(countTyped(3000, [], english).judge("3k"), { right: true });
  });
  it("is not rounded so far that a mistake would round to it too", () => {
    const near = countTyped(255_690, [{ value: 255_632, why: say`Without biases` }], english);
    assert.deepEqual(near.judge("255.7k"), { right: true, note: "Exactly 255,690" });
    assert.deepEqual(near.judge("256k"), { right: false, reason: "256k could also be 255,632; it is 255,690" });
  });
});

const last = { value: [30, 30, 16], why: say`In PyTorch the channels stand first` };
const shape = shapeTyped([16, 30, 30], [last], english);

describe("a shape that is typed", () => {
  const right = ["[16, 30, 30]", "16x30x30", "16×30×30", "16 30 30", "(16,30,30)", "16 * 30 * 30", "(N, 16, 30, 30)"];
  for (const text of [
    ...right,
    "torch.Size([16, 30, 30])",
    "[None, 16, 30, 30]",
    "30²×16",
    "16 by 30 by 30",
    "［16，30，30］",
  ])
    it(`is right: ${text}`, () => assert.deepEqual(shape.judge(text), { right: true }));
  const wrong: readonly (readonly [text: string, reason: string])[] = [
    ["30x30x16", "In PyTorch the channels stand first"],
    ["[30, 16, 30]", "These are the sizes, but in this order: [16, 30, 30]"],
    ["[1, 16, 30, 30]", "The batch is left out: [16, 30, 30]"],
    ["16x30", "It has 3 sizes, not 2: [16, 30, 30]"],
    ["16x32x32", "It is [16, 30, 30], not [16, 32, 32]"],
    ["large", "A shape is asked for, such as [16, 30, 30] or 16x30x30"],
    ["[]", "A shape is asked for, such as [16, 30, 30] or 16x30x30"],
  ];
  for (const [text, reason] of wrong)
    it(`is wrong: ${text}`, () => assert.deepEqual(shape.judge(text), wrongly(reason)));
  it("may have one size, with commas between thousands", () => {
    const flat = shapeTyped([25_088], [], english);
    for (const text of ["25088", "[25088]", "25,088", "[25,088]", "25 088"])
      assert.deepEqual(flat.judge(text), { right: true }, text);
  });
});

describe("judging", () => {
  it("never throws and always says something", () => {
    const odd = [
      "\0",
      "=",
      "++",
      "x",
      "××",
      "[",
      "9".repeat(400),
      "²",
      "1e999",
      "-1",
      "NaN",
      "Infinity",
      "a=b=3",
      "0x10",
    ];
    for (const text of odd)
      for (const judged of [count.judge(text), shape.judge(text)]) assert.ok(judged.right || judged.reason, text);
  });
});
