import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lintsOf } from "../../server/src/analysis/analyse";
import type { Model } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { fillIn } from "../../server/src/core/param";
import { rules } from "../../server/src/rules/index";
import { understand, understandPlain } from "../../server/src/service";
import { isSettingsName } from "../../server/src/settings/settings";
import { modelFiles, modelsOnPages } from "../support/corpus";
import { randomChain } from "../support/random-chains";
import { sample, some } from "../support/sample";

const { needs } = lintsOf(rules, { severities: Object.fromEntries(rules.map(({ id }) => [id, "warning"])) });
let passedOver = 0;

/** Whoever is not asked of a model would have had nothing to say of it. */
function holdsOf(model: Model, where: string): void {
  const met = needs.ofAll(model.steps, model.graph.vocabulary.layout);
  const sums = () => needs.sumsOf(model.steps, model.graph);
  const asked = new Set([...needs.concerned(met, model.graph, sums)].map(({ rule }) => rule));
  for (const rule of rules) {
    if (asked.has(rule)) continue;
    passedOver++;
    rule.check(
      model,
      (_, message) => assert.fail(`${rule.id} needs too much in ${where}: ${render(message)}`),
      fillIn(rule.options, {}),
    );
  }
}

describe("what a lint needs", () => {
  it("is there in every model of which it says something", () => {
    for (const { where, path, text } of [
      ...modelsOnPages(),
      ...some(modelFiles(), "files of which no lint is asked"),
    ]) {
      const models = isSettingsName(path) ? [] : (understand(path, text)?.analysis.models ?? []);
      for (const model of models) holdsOf(model, where);
    }
    assert.ok(passedOver > 1000, `lints were asked of nearly all models: ${passedOver} times one was not`);
  });

  it("is so in chains of all sorts", () => {
    for (let i = sample(300, "chains of layers"); i > 0; i--) {
      const model = randomChain(i);
      for (const one of understandPlain(model).analysis.models) holdsOf(one, JSON.stringify(model));
    }
  });
});
