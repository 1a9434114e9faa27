import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MarkupContent } from "vscode-languageserver-types";
import { type HoverSection, hoverSections } from "../../server/src/core/display";
import { hover } from "../../server/src/features/hover";
import { snapshotOf } from "../support/shown/at-cursor";

const model = "input: [1, 32, 32]\nlayers:\n  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }\n";

function lines(...sections: readonly HoverSection[]): readonly string[] {
  const found = hover(snapshotOf(model), model.indexOf("Conv2d"), { markdown: true, sections: new Set(sections) });
  return (found!.contents as MarkupContent).value.split("\n").filter((line) => line);
}

describe("sections of a hover", () => {
  it("are each told alone, behind what the operator is", () => {
    const alone: { readonly [section in HoverSection]: readonly RegExp[] } = {
      formula: [/^H' = /, /^\[documentation\]/],
      shape: [/^`\[1, 32, 32\]` → `\[16, 30, 30\]`$/],
      sizes: [/^- sizes: /],
      parameters: [/^- parameters: /],
      macs: [/^- MACs: /],
      memory: [/^- memory: /],
      receptiveField: [/^- receptive field: /],
      scales: [],
    };
    for (const section of hoverSections) {
      const [head, ...rest] = lines(section);
      assert.match(head!, /^\*\*Conv2d\*\* /);
      assert.equal(rest.length, alone[section].length, section);
      for (const [i, line] of rest.entries()) assert.match(line, alone[section][i]!);
    }
  });

  it("may all be left out", () => assert.equal(lines().length, 1));
});
