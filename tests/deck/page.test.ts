import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fields } from "../../server/src/deck/fields";
import { readDeck } from "../../server/src/deck/read-deck";
import { checkModel } from "../support/check-model";

const page = readFileSync("docs/quiz.md", "utf8");

describe("the page about the quiz", () => {
  it("shows a deck that is read without a problem and proves its figures", () => {
    const { cards, problems } = readDeck(/^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "");
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cards.flatMap(({ id, model = "" }) => checkModel(model, `${id}.cnn.yaml`)),
      [],
    );
  });

  it("lists every field in order, and which are required", () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (required)? *\|/gm)].map(([, name, required]) => [
      name,
      !!required,
    ]);
    assert.deepEqual(
      rows,
      Object.entries(fields).map(([name, { required }]) => [name, required]),
    );
  });
});
