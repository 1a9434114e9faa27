import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { lossesOf } from "../../server/src/core/losses";
import { known as everything } from "../../server/src/derive/known";
import { rules } from "../../server/src/rules/index";
import { understand } from "../../server/src/service";
import { keys } from "../../server/src/settings/keys";
import { readSettings } from "../../server/src/settings/read-settings";
import { parseYaml } from "../../server/src/tree/yaml";
import { vocabularies } from "../../server/src/vocabularies/index";

const page = readFileSync("docs/configuration.md", "utf8");
const fences = [...page.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({
  name: name!,
  text: text!,
}));
const known = everything();

describe("the page about configuration", () => {
  const holds = (table: RegExp, wanted: string): void => {
    const now = readFileSync("docs/configuration.md", "utf8");
    const found = table.exec(now)![0];
    if (process.env["UPDATE"])
      writeFileSync(
        "docs/configuration.md",
        now.replace(found, () => wanted),
      );
    else assert.equal(found, wanted);
  };

  it("tells of every key, and of no other", () => {
    const rows = keys.map((key) => `| \`${key.name}\` | ${key.takes} | ${key.default} | ${key.doc} |\n`);
    holds(/^\| key \|[\s\S]*?\n\n/m, `| key | value | default | |\n|---|---|---|---|\n${rows.join("")}\n`);
  });

  it("tells of every loss, and of no other", () => {
    const rows = vocabularies.flatMap(({ id, title }) =>
      lossesOf(id).map(({ names, takes = "any values", about }) => {
        const words = names.map((name) => `\`${name}\``).join(", ");
        return `| ${words} | ${title} | ${takes.replaceAll("-", " of ").replace(/^log /, "logarithms ")} | ${about} |\n`;
      }),
    );
    holds(/^\| loss \|[\s\S]*?\n\n/m, `| loss | framework | takes | |\n|---|---|---|---|\n${rows.join("")}\n`);
  });

  it("names the rules that read a loss, and no others", () => {
    const told = /know what it has to give: (.*?)\. /.exec(page)![1]!.matchAll(/`([\w-]+)`/g);
    const text = (id: string): string => readFileSync(`server/src/rules/${id}.ts`, "utf8");
    const reading = rules.map(({ id }) => id).filter((id) => /misfitsIn|lossOf/.test(text(id)));
    assert.deepEqual([...told].map(([, id]) => id).sort(), reading.sort());
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
    const model = fences.find(({ text }) => text.includes("convlint-disable"));
    const yolo = fences.find(({ text }) => text.includes("convlint-dialect"));
    const { suppressed } = understand(model!.name, model!.text)!.analysis;
    assert.deepEqual(
      suppressed.map(({ id }) => id),
      ["bias-before-norm", "bias-before-norm"],
    );
    assert.equal(understand(yolo!.name, yolo!.text)!.format, "yolov5");
  });
});
