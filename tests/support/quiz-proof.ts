import assert from "node:assert/strict";
import { summarise } from "../../server/src/analysis/summarise";
import type { Model } from "../../server/src/core/analysis";
import type { Question } from "../../server/src/deck/question";

const thousands = (count: unknown): string => Number(count).toLocaleString("en");

/** What the answer to a question about the last layer of a model is, from its summary. */
export function answerIn(
  { id, prompt, model: text = "" }: Question,
  model: Model,
  layer = model.graph.rows.length - 1,
): string {
  const facts = summarise(model, () => null).layers[layer]!;
  const [kind] = id.split("-");
  if (kind === "shape") return `[${facts.outputs[0]!.join(", ")}]`;
  if (kind === "parameters") return thousands(facts.parameters);
  if (kind === "macs") return thousands(facts.macs);
  if (kind === "padding") {
    const sides = (sizes: readonly unknown[]) => (prompt.includes("Keras") ? sizes.slice(0, -1) : sizes.slice(1));
    assert.deepEqual(sides(facts.outputs[0]!), sides(facts.inputs[0]!), prompt);
    return text.match(/padding: (\d+)/)?.[1] ?? "";
  }
  assert.fail(`${kind}: ${prompt}`);
}

/** One choice is right and says what the answer says; all others differ from it and from one another, and say why. */
export function shapedLike({ id, prompt, answer, choices, typed }: Question): void {
  assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const text of [prompt, answer]) assert.doesNotMatch(text, /undefined|NaN|\[object|\{\d\}/, prompt);
  if (choices) {
    const right = choices.filter((choice) => choice.right);
    assert.equal(right.length, 1, prompt);
    assert.equal(right[0]!.text, answer, prompt);
    assert.ok(choices.length >= 3 && choices.length <= 4, prompt);
    assert.equal(new Set(choices.map(({ text }) => text)).size, choices.length, prompt);
    for (const { right, why, text } of choices) {
      assert.equal(why === undefined, right, prompt);
      if (why !== undefined) assert.doesNotMatch(why, /undefined|NaN|\[object|\{\d\}|^$/, prompt);
      assert.equal(typed?.judge(text).right ?? right, right, `${prompt} ${text}`);
    }
  }
  if (typed) assert.deepEqual(typed.judge(answer), { right: true }, prompt);
}
