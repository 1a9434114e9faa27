import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { ops } from "../server/src/derive/frameworks";
import { demandsOf, topics } from "../server/src/derive/topic";
import { modules } from "../server/src/ops/ultralytics/index";
import { read } from "./support/check-model";
import { isReported } from "./support/reported";
import { nameOf } from "./support/shown/name-of";

const files = (folder: string): readonly (readonly [name: string, text: string])[] =>
  readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);

const models = [
  ...files("tests/models"),
  ...files("tests/rules").flatMap(([, page]) =>
    [...page.matchAll(/^```(?:yaml|python)\n([\s\S]*?)^```$/gm)].map(([, text]) => [nameOf(text!), text!] as const),
  ),
];
const analysed = models.map(([name, text]) => read(text, name));
const found = new Set(analysed.flatMap(({ problems, suppressed }) => [...problems, ...suppressed].map(({ id }) => id)));

/** `Conv2d kernel-fits-input`, for every operator that some model calls wrongly in that way. */
const broken = new Set(
  analysed.flatMap(({ problems, models }) =>
    problems.flatMap(({ id, span }) =>
      models
        .flatMap(({ steps }) => steps)
        .filter(({ node }) => node.span.from <= span.from && span.to <= node.span.to)
        .map(({ spelling }) => `${spelling?.op.name} ${id}`),
    ),
  ),
);

describe("every way to be wrong", () => {
  it("is shown by some model", () => {
    const untried = [...topics().keys()].filter((id) => isReported(id) && !found.has(id));
    assert.deepEqual(untried, [], "no model under tests/models or tests/rules is wrong in this way");
  });

  it("is shown for every operator that can be", () => {
    const untried = ops
      .flatMap((op) => demandsOf(op).map(([id]) => `${op.name} ${id}`))
      .filter((pair) => !broken.has(pair));
    assert.deepEqual(untried, [], "no model under tests/models or tests/rules calls these so");
  });

  it("is known by the pages", () =>
    assert.deepEqual(
      [...found].filter((id) => !topics().has(id)),
      [],
    ));

  it("of a module of Ultralytics is one that somebody can write", () => {
    const hidden = modules.flatMap((op) => Object.keys(op.constraints)).filter((id) => !topics().has(id));
    assert.deepEqual(hidden, []);
  });
});
