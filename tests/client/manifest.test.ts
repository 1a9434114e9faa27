import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as protocol from "../../client/src/protocol";
import { formats } from "../../server/src/formats/index";
import { commandNames } from "../../server/src/lsp/commands";
import { displaySettings } from "../../server/src/settings/display";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const offered: readonly string[] = manifest.contributes.commands.map((one: { command: string }) => one.command);

const texts = JSON.parse(readFileSync("package.nls.json", "utf8"));
const properties = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group: { properties: object }) => group.properties),
);

describe("the manifest", () => {
  it("has a text for every key that stands for one, and no other", () => {
    const asked = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(asked)].sort(), Object.keys(texts).sort());
  });

  it("has every setting of what is shown, for each resource", () => {
    for (const { key } of displaySettings) assert.equal(properties[`convlint.${key}`]?.scope, "resource", key);
  });

  it("wakes the extension for every language that a model can be written in", () => {
    assert.deepEqual(manifest.activationEvents, ["onLanguage:yaml", "onLanguage:json", "onLanguage:jsonc"]);
  });

  it("claims no language: these files stay YAML", () => {
    assert.equal(manifest.contributes.languages, undefined);
  });

  it("offers the commands that the client registers, and no other", () => {
    const source = readFileSync("client/src/activate.ts", "utf8");
    const registered = [...source.matchAll(/command\("([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual([...offered].sort(), registered.sort());
  });

  it("knows the server's commands by other names than its own", () => {
    const { SUMMARY, SET_SCALE, NEXT_CARD } = protocol;
    assert.deepEqual([SUMMARY, SET_SCALE, NEXT_CARD].sort(), Object.values(commandNames).sort());
    for (const id of Object.values(commandNames)) assert.ok(!offered.includes(id), id);
  });

  it("lets every dialect be chosen, and only those that exist", () => {
    assert.deepEqual([...properties["convlint.dialect"].enum].sort(), ["", ...formats.map(({ id }) => id)].sort());
  });

  it("names what the build writes, and files that are there", () => {
    const build = readFileSync("esbuild.mjs", "utf8");
    for (const file of [manifest.main, manifest.browser, manifest.bin.convlint])
      assert.ok(build.includes(`outfile: "${file.replace("./", "")}"`), file);
    for (const file of manifest.files) {
      const [, folder, end] = /^(.+)\/\*(\.\w+)$/.exec(file) ?? [];
      const isThere = end ? readdirSync(folder!).some((name) => name.endsWith(end)) : existsSync(file);
      assert.ok(file === "dist" || isThere, file);
    }
  });
});
