import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { configuration } from "../../server/src/cli/configuration";
import { known } from "../../server/src/cli/known";
import { answer } from "../../server/src/cli/ndjson";
import { rules } from "../../server/src/rules/index";
import { type Options, silentPlain } from "../../server/src/service";
import { randomChain } from "../support/random-chains";
import { sample } from "../support/sample";

const config = (rule: readonly string[]) => configuration({ rule }, known(), () => {});
const line = (value: object): Buffer => Buffer.from(JSON.stringify(value));

/** Of a text the same is said as of the value, but for places and what is said with their help. */
function asText(model: object, asked: ReturnType<typeof config>) {
  const given = line({ id: 1, path: "model.cnn.json", text: JSON.stringify(model) });
  return placeless(answer(given, asked, "check"));
}

function placeless({ problems = [], ...rest }: ReturnType<typeof answer>) {
  const told = problems.map((problem) => (problem as { readonly id: string }).id);
  return { ...rest, problems: told.sort() };
}

function compare(rule: readonly string[], count: number): number {
  const asked = config(rule);
  const { options } = asked.of("model.cnn.json");
  let silent = 0;
  for (let i = 0; i < count; i++) {
    const model = randomChain(i % (count * 0.8));
    const found = placeless(answer(line({ id: 1, model }), asked, "check"));
    assert.deepEqual(found, asText(model, asked), JSON.stringify(model));
    if (silentPlain(model, options as Options)) silent++;
  }
  return silent;
}

describe("a model whose stretches are known", () => {
  it("is answered as it is when it is read and analysed", () => {
    const count = sample(3000, "chains of layers", 6);
    const silent = compare([], count);
    assert.ok(silent > count / 15, `only ${silent} were known`);
  });

  it("is answered so with lints of other sets too", () => {
    const more = rules.filter(({ near, set }) => near && set !== "recommended").map(({ id }) => `${id}=warning`);
    assert.ok(compare(more, sample(600, "chains with other lints")) > 10);
  });

  it("is put together for lints that have to see all of it", () => {
    const whole = rules.filter(({ near }) => !near).map(({ id }) => `${id}=warning`);
    assert.ok(compare(whole, sample(600, "chains with lints that see all of them")) > 10);
  });
});
