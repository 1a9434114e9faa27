import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { topics } from "../server/src/derive/topic";
import { modules } from "../server/src/ops/ultralytics/index";
import { read } from "./support/check-model";
import { isReported } from "./support/reported";
import { nameOf } from "./support/shown";

const files = (folder: string): readonly (readonly [name: string, text: string])[] =>
  readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);

const models = [
  ...files("tests/models"),
  ...files("tests/rules").flatMap(([, page]) =>
    [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => [nameOf(text!), text!] as const),
  ),
];
const found = new Set(models.flatMap(([name, text]) => read(text, name).problems.map(({ id }) => id)));

describe("every way to be wrong", () => {
  it("is shown by some model", () => {
    const untried = [...topics.keys()].filter((id) => isReported(id) && !found.has(id));
    assert.deepEqual(untried, [], "no model under tests/models or tests/rules is wrong in this way");
  });

  it("is known by the pages", () =>
    assert.deepEqual(
      [...found].filter((id) => !topics.has(id)),
      [],
    ));

  it("of a module of Ultralytics is one that somebody can write", () => {
    const hidden = modules.flatMap((op) => Object.keys(op.constraints)).filter((id) => !topics.has(id));
    assert.deepEqual(hidden, []);
  });
});
