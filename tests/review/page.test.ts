import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { commandPages } from "../../server/src/cli/commands";
import { optionDefinitions, optionNames } from "../../server/src/review/options";

const page = readFileSync("docs/quiz.md", "utf8");

describe("the page about reviews", () => {
  it("lists every option of a deck with its default", () => {
    const told = (value: unknown) => (value === true ? "on" : Array.isArray(value) ? value.join() : String(value));
    for (const name of optionNames)
      assert.ok(page.includes(`| \`${name}\` | ${told(optionDefinitions[name].default)} |`), name);
  });

  it("names every option of the command that is not one of all commands", () => {
    const common = ["color", "quiet", "lang", "help", "version"];
    for (const name of Object.keys(commandPages.quiz.options))
      if (!common.includes(name)) assert.ok(page.includes(`--${name}`), name);
  });
});
