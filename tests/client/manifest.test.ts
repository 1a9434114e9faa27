import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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

  it("wakes the extension for every language that a model can be written in, and for the panels of an earlier window", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:yaml",
      "onLanguage:json",
      "onLanguage:jsonc",
      "onLanguage:python",
      "onWebviewPanel:convlint.review",
      "onWebviewPanel:convlint.statistics",
    ]);
  });

  it("claims no language: these files stay YAML", () => {
    assert.equal(manifest.contributes.languages, undefined);
  });

  it("offers the commands that the client registers, and no other", () => {
    const source = readFileSync("client/src/commands.ts", "utf8");
    const registered = [...source.matchAll(/^ {4}"(convlint\.\w+)":/gm)].map(([, id]) => id);
    assert.deepEqual([...offered].sort(), registered.sort());
  });

  it("gives every command a title, a category and an icon", () => {
    for (const { command, title, category, icon } of manifest.contributes.commands) {
      assert.ok(texts[title.slice(1, -1)], command);
      assert.equal(category, "ConvLint");
      assert.match(icon, /^\$\([a-z-]+\)$/, command);
    }
  });

  it("offers in menus what it has, and in the palette what can be done just then", () => {
    const entries: readonly { readonly command: string; readonly when?: string }[] = Object.values<never[]>(
      manifest.contributes.menus,
    ).flat();
    for (const { command } of entries) assert.ok(offered.includes(command), command);
    for (const { command, enablement } of manifest.contributes.commands)
      if (enablement !== undefined)
        assert.ok(
          manifest.contributes.menus.commandPalette.some(
            (entry: { command: string; when: string }) => entry.command === command && entry.when === enablement,
          ),
          command,
        );
  });

  it("leads through five steps, each of which somebody can complete", () => {
    const [{ steps }] = manifest.contributes.walkthroughs;
    assert.equal(steps.length, 5);
    const code = readFileSync("client/src/statuses.ts", "utf8");
    for (const { completionEvents, media, description } of steps) {
      for (const event of completionEvents) {
        const [, kind, id] = /^(onCommand|onContext):(?:convlint\.)(\w+)$/.exec(event)!;
        assert.ok(kind === "onCommand" ? offered.includes(`convlint.${id}`) : code.includes(`context("${id}"`), event);
      }
      for (const [, id] of texts[description.slice(1, -1)].matchAll(/\(command:(convlint\.\w+)\)/g))
        assert.ok(offered.includes(id), id);
      const pictures: readonly string[] = typeof media.image === "string" ? [media.image] : Object.values(media.image);
      for (const file of pictures) assert.ok(existsSync(file) && statSync(file).size <= 12_000, file);
    }
  });

  it("reads the problems of a task as `check` writes them", () => {
    const [{ pattern }] = manifest.contributes.problemMatchers;
    const [, ...parts] = new RegExp(pattern.regexp).exec(
      "models/a.cnn.yaml:8:27: error[stated-size] in_features is 9216, but the input has 12544 features",
    )!;
    assert.deepEqual(parts.slice(0, 5), ["models/a.cnn.yaml", "8", "27", "error", "stated-size"]);
    const windows = new RegExp(pattern.regexp).exec("C:\\m\\a.yaml:1:2: hint[some-rule] why")!;
    assert.deepEqual(windows.slice(1, 4), ["C:\\m\\a.yaml", "1", "2"]);
  });

  it("knows the server's commands by other names than its own", () => {
    const { SUMMARY, SET_SCALE, NEXT_CARD, JUDGE, COVER, SNIPPETS, PREDICT, GUESSES, TO_NATIVE, EXPORT, ZOO, PAGE } =
      protocol;
    const known = [
      SUMMARY,
      SET_SCALE,
      NEXT_CARD,
      JUDGE,
      COVER,
      SNIPPETS,
      PREDICT,
      GUESSES,
      TO_NATIVE,
      EXPORT,
      ZOO,
      PAGE,
    ];
    assert.deepEqual(known.sort(), Object.values(commandNames).sort());
    for (const id of Object.values(commandNames)) assert.ok(!offered.includes(id), id);
  });

  it("lets every dialect be chosen, and only those that exist", () => {
    assert.deepEqual([...properties["convlint.dialect"].enum].sort(), ["", ...formats.map(({ id }) => id)].sort());
  });

  it("names what the build writes, and files that are there", () => {
    const build = readFileSync("scripts/bundles.mjs", "utf8");
    for (const file of [manifest.main, manifest.browser, manifest.bin.convlint])
      assert.ok(build.includes(`outfile: "${file.replace("./", "")}"`), file);
    for (const file of manifest.files) {
      const [, folder, end] = /^(.+)\/\*(\.\w+)$/.exec(file) ?? [];
      const isThere = end ? readdirSync(folder!).some((name) => name.endsWith(end)) : existsSync(file);
      assert.ok(file === "dist" || isThere, file);
    }
  });
});
