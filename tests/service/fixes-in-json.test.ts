import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
import type { Edit, Problem } from "../../server/src/core/problem";
import { understand } from "../../server/src/service";
import { modelsOnPages } from "../support/corpus";

interface Offer {
  readonly of: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

const keyOf = ({ id, message }: Problem): string => `${id}: ${render(message)}`;

function offersIn(path: string, text: string): readonly Offer[] {
  const { analysis, mendable } = understand(path, text)!;
  return mendable(analysis.problems).flatMap((problem) =>
    (problem.fixes ?? []).map(({ title, edits }) => ({ of: keyOf(problem), title: render(title), edits })),
  );
}

const toldOf = (path: string, text: string): readonly string[] => understand(path, text)!.analysis.problems.map(keyOf);

/** The same model as JSON; nothing where the text is broken. */
function asJson(text: string, indent: number | undefined): string | undefined {
  try {
    return JSON.stringify(parse(text), null, indent);
  } catch {
    return undefined;
  }
}

const [inYaml, inJson] = ["model.cnn.yaml", "model.cnn.json"];

/** All fixes of a model leave JSON as JSON, and do there what they do to YAML, where YAML has them too. */
function check(text: string, indent?: number): number {
  const json = asJson(text, indent);
  if (json === undefined) return 0;
  const offers = offersIn(inJson, json);
  const open = offers.length ? [...offersIn(inYaml, text)] : [];
  for (const offer of offers) {
    const after = applied(json, offer.edits);
    assert.doesNotThrow(() => JSON.parse(after), `${offer.of}: ${offer.title}\n${after}`);
    const index = open.findIndex(({ of, title }) => of === offer.of && title === offer.title);
    const [twin] = index < 0 ? [] : open.splice(index, 1);
    // A value that YAML reads otherwise than it is written can be told of in other words.
    if (!twin) continue;
    const mended = applied(text, twin.edits);
    assert.deepEqual(JSON.parse(after), parse(mended), offer.title);
    assert.deepEqual(toldOf(inJson, after), toldOf(inYaml, mended), offer.title);
  }
  return offers.length;
}

const model = (layers: string, more = ""): string => `input: [3, 8, 8]\nlayers:\n${layers}${more}`;

/** Fixes that no page shows in its first model. */
const others: { readonly [fix: string]: string } = {
  "another loss": model("  - Flatten\n  - Linear: { out_features: 1 }\n", "training: { loss: BCELoss }\n"),
  "an optimizer": model("  - ReLU\n", "training: { optimizer: adm }\n"),
  "a framework that is not said": model("  - Conv2D: { filters: 4, kernel_size: 3 }\n  - MaxPooling2D\n"),
  "a list of arguments": model("  - Conv2d: [8, 3, 1, same]\n"),
  "one argument": model("  - ZeroPad2d: 1\n"),
  "sizes as a text": "input: 3x8x8\nlayers:\n  - ReLU\n",
  "two layers in one map": model("  - Conv2d: { out_channel: 3, kernel_size: 1 }\n    ReLU: {}\n"),
  "arithmetic without parentheses": model(
    "  - Half: { width: 8 }\n",
    "blocks:\n  Half:\n    params: { width: 4 }\n    layers:\n      - Conv2d: { out_channels: $width // 2, kernel_size: 1 }\n",
  ),
  "a reference by a number from the top": model("  - ReLU\n  - Sigmoid: {}\n    from: 0\n"),
};

describe("fixes of a model in JSON", () => {
  const pages = modelsOnPages().filter(({ path }) => path === inYaml);

  for (const [layout, indent] of [
    ["in one line", undefined],
    ["in lines", 2],
  ] as const)
    it(`leave it JSON ${layout}, and do what they do in YAML: on every other page of what can be reported`, () => {
      const count = pages
        .filter((_, i) => i % 2 === (indent ? 1 : 0))
        .reduce((sum, { text }) => sum + check(text, indent), 0);
      assert.ok(count > 25, String(count));
    });

  for (const [fix, text] of Object.entries(others))
    it(`as they do with ${fix}`, () => {
      assert.ok(check(text, 2) + check(text));
    });
});
