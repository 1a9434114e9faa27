import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";
import { idsIn } from "../support/ids-in";

describe("hostile and broken texts", () => {
  const one = (text: string | Buffer, name = "a.cnn.yaml") =>
    within({ [name]: text }, (cwd) => {
      const { status, out, err } = convlint(["check", name, "--format", "json"], { cwd });
      return { status, ids: idsIn(out)[name], err };
    });

  it("get one clear answer", () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 25 }, (_, i) => `${"b".repeat(i + 1)}: &${"b".repeat(i + 1)} [*${"b".repeat(i) || "a"}, *${"b".repeat(i) || "a"}]\n`).join("")}`;
    const layers = "input: [3, 8, 8]\nlayers:\n";
    assert.match(one(bomb).ids!.join(), /^too-large \d+:\d+$/);
    assert.deepEqual(one("[".repeat(10_000)).ids, ["too-large 1:101"]);
    assert.deepEqual(one(`${layers}  - ReLU:\n    repeat: 1000000000\n`).ids, ["too-many-layers 3:5"]);
    assert.deepEqual(one(`${layers}  - ReLU\n---\na: 1\n`).ids, ["second-document 4:1"]);
    assert.deepEqual(one(`${layers}\t- ReLU\n`).ids, ["tab-indentation 3:1"]);
    assert.deepEqual(one(`${layers}  - ReLU\0\n`).ids, ["syntax 3:9"]);
    assert.deepEqual(one(`${layers}  - RuLE\n`.replaceAll("\n", "\r")).ids, ["unknown-operator 3:5"]);
    assert.deepEqual(one(`# ${"x".repeat(5_000_000)}\n${layers}`).ids, ["too-large 1:1"]);
    const noise = one(Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i >> 3)) & 255)));
    assert.deepEqual([noise.status, noise.err], [2, "convlint: a.cnn.yaml: it is binary, not text\n"]);
  });
});
