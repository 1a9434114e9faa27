import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied } from "../server/src/core/edit";
import { complaints, models, textOf } from "./support/examples";
import { mendableIn } from "./support/shown/actions";

/** The words that are wrong, and what must be said about them. */
const broken: { readonly [file: string]: readonly [id: string, line: number, words: string, says: RegExp] } = {
  "add-shapes": ["shapes-broadcast", 11, "start", /\[32, 32, 32\].*\[64, 32, 32\]/],
  "conv-in-channels": ["stated-size", 6, "16", /24 channels/],
  groups: ["groups-divide-channels", 6, "5", /24 .*5 groups/],
  "kernel-larger-than-image": ["kernel-fits-input", 12, "5", /5 px .* 3 px/],
  "linear-in-features": ["stated-size", 12, "800", /1152/],
  "missing-flatten": ["stated-size", 11, "4096", /Flatten/],
  "norm-features": ["stated-size", 6, "3", /32 channels/],
  "skip-sizes": ["concat-sizes-agree", 14, "-1", /24 .*25/],
};

describe("broken examples", () => {
  const folder = "examples/broken";
  it("are all tried here", () =>
    assert.deepEqual(
      models(folder),
      Object.keys(broken).map((name) => `${name}.cnn.yaml`),
    ));

  for (const [name, [id, line, words, says]] of Object.entries(broken)) {
    const file = `broken/${name}.cnn.yaml`;
    it(`${name} has one problem, at the words that are wrong`, () => {
      const text = textOf(file);
      const found = complaints(text, file);
      assert.deepEqual(
        found.map(({ message, ...place }) => place),
        [{ id, severity: "error", words, line }],
      );
      assert.match(found[0]!.message, says);
      assert.match(text, /^# Wrong on purpose: /);
    });

    it(`${name} is right after each fix that is offered, if one is`, () => {
      const text = textOf(file);
      const offered = mendableIn(text).flatMap(({ fixes = [] }) => fixes);
      if (id === "stated-size") assert.equal(offered.length, 1, "a stated size has a fix");
      for (const { edits } of offered) assert.deepEqual(complaints(applied(text, edits), file), []);
    });
  }
});
