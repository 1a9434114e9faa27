import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hintParts, hoverSections, lensKinds } from "../../server/src/core/display";
import { displayOf, displaySettings } from "../../server/src/settings/display";

describe("what is shown", () => {
  it("is all of a hover, shapes and parameters, and lenses without questions where nobody has chosen", () => {
    for (const said of [undefined, null, 3, {}, { hover: 1, inlayHints: [], codeLens: { show: "all" } }]) {
      const { hover, hints, shapes, lenses, plainWords } = displayOf(said);
      assert.deepEqual([...hover], [...hoverSections]);
      assert.deepEqual([...hints], ["shape", "parameters"]);
      assert.deepEqual([...lenses], ["totals", "scales", "blocks"]);
      assert.deepEqual([shapes, plainWords], ["list", false]);
    }
  });

  it("is what somebody has chosen", () => {
    const display = displayOf({
      hover: { sections: ["macs"] },
      inlayHints: { show: ["macs"], shapes: "compact" },
      codeLens: { enabled: false, show: ["quiz"] },
      plainWords: true,
    });
    assert.deepEqual([...display.hover], ["macs"]);
    assert.deepEqual([...display.hints], ["macs"]);
    assert.deepEqual([...display.lenses], []);
    assert.deepEqual([display.shapes, display.plainWords], ["compact", true]);
    assert.equal(displayOf({ inlayHints: { shapes: "toString" } }).shapes, "list");
  });

  it("can be chosen of everything that there is", () => {
    const words = (wanted: string) => {
      const found = displaySettings.find(({ key }) => key === wanted);
      return found && "values" in found ? Object.keys(found.values) : [];
    };
    assert.deepEqual(words("hover.sections"), [...hoverSections]);
    assert.deepEqual(words("inlayHints.show"), [...hintParts]);
    assert.deepEqual(words("codeLens.show"), [...lensKinds]);
  });
});
