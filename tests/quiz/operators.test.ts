import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Question } from "../../server/src/deck/question";
import { operatorQuestions } from "../../server/src/quiz/operators";
import { understand } from "../../server/src/service";
import { answerIn, shapedLike } from "../support/quiz-proof";

/** All of them are asked where this is set, which takes minutes. */
const count = process.env["QUIZ"] === "all" ? 100_000 : 1_000;

function take(many: number, seed: number, tag?: string): readonly Question[] {
  const found: Question[] = [];
  for (const question of operatorQuestions({ seed, ...(tag !== undefined && { tag }) })) {
    found.push(question);
    if (found.length === many) break;
  }
  return found;
}

describe("questions about operators", () => {
  it(`state what a direct inference gives: ${count} of them`, () => {
    if (count < 100_000)
      console.error(`LEFT OUT: ${count} of 100,000 generated questions are proved; QUIZ=all proves all`);
    const prompts = new Set<string>();
    const ids = new Set<string>();
    let number = 0;
    for (const question of operatorQuestions({ seed: 7 })) {
      assert.ok(!prompts.has(question.prompt), question.prompt);
      prompts.add(question.prompt);
      ids.add(question.id);
      shapedLike(question);
      if (question.model !== undefined) {
        const { analysis } = understand("q.cnn.yaml", question.model)!;
        assert.equal(question.answer, answerIn(question, analysis.models[0]!), question.prompt);
      }
      if (++number === count) break;
    }
    assert.equal(number, count);
    assert.equal(ids.size, count);
  });

  it("are the same for the same seed, and others for another", () => {
    const [one, again, other] = [take(40, 3), take(40, 3), take(40, 4)].map((all) =>
      all.map(({ id, choices }) => [id, choices]),
    );
    assert.deepEqual(one, again);
    assert.notDeepEqual(one, other);
  });
});
