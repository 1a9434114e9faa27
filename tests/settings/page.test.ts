import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { known as everything } from "../../server/src/derive/known";
import { understand } from "../../server/src/service";
import { keys } from "../../server/src/settings/keys";
import { readSettings } from "../../server/src/settings/read-settings";
import { parseYaml } from "../../server/src/tree/yaml";

const page = readFileSync("docs/configuration.md", "utf8");
const fences = [...page.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({
  name: name!,
  text: text!,
}));
const known = everything();

describe("the page about configuration", () => {
  it("tells of every key, and of no other", () => {
    const table = /^\| key \|[\s\S]*?\n\n/m.exec(page)![0];
    const rows = keys.map((key) => `| \`${key.name}\` | ${key.takes} | ${key.default} | ${key.doc} |\n`);
    const wanted = `| key | value | default | |\n|---|---|---|---|\n${rows.join("")}\n`;
    if (process.env["UPDATE"])
      writeFileSync(
        "docs/configuration.md",
        page.replace(table, () => wanted),
      );
    else assert.equal(table, wanted);
  });

  it("names ids and dialects that exist", () => {
    for (const dialect of page.matchAll(/`((?:ultralytics-|yolov)[\d.]+)`/g))
      assert.ok(known.dialects.includes(dialect[1]!));
    for (const rule of page.matchAll(/\]\(rules\/([\w-]+)\.md\)/g))
      assert.ok(rule[1] === "README" || known.ids.includes(rule[1]!));
  });

  it("shows only what is right", () => {
    assert.ok(fences.length >= 3);
    for (const { name, text } of fences) {
      const problems =
        name === ".convlint.yaml"
          ? readSettings(parseYaml(text), known).problems
          : understand(name, text)!.analysis.problems;
      assert.deepEqual(problems, [], name);
    }
  });

  it("silences what it says it silences, and reads what it shows as it says", () => {
    const [model, yolo] = fences.filter(({ name }) => name !== ".convlint.yaml");
    const { suppressed } = understand(model!.name, model!.text)!.analysis;
    assert.deepEqual(
      suppressed.map(({ id }) => id),
      ["bias-before-norm", "bias-before-norm"],
    );
    assert.equal(understand(yolo!.name, yolo!.text)!.format, "yolov5");
  });
});
