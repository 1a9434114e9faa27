import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { commandNames } from "../server/src/lsp/commands";

const page = readFileSync("docs/editors.md", "utf8");
const parts = page.split(/^## /m).slice(1);

describe("the page about other editors", () => {
  for (const editor of ["Neovim", "Helix", "Zed", "Emacs", "Sublime Text", "JetBrains"])
    it(`tells ${editor} to start the server as it is started`, () => {
      const part = parts.find((one) => one.startsWith(`${editor}\n`))!;
      const [, language, body] = /^```(\w+)\n([\s\S]*?)^```$/m.exec(part)!;
      const words = [...body!.matchAll(/[\w-]+/g)].map(([word]) => word);
      const start = words.indexOf("--stdio") - 1;
      assert.equal(words[start], "lsp");
      assert.ok(words.slice(0, start).includes("convlint"));
      if (language === "json") JSON.parse(body!);
      else
        for (const [open, close] of ["()", "[]", "{}"])
          assert.equal(body!.split(open!).length, body!.split(close!).length);
    });

  it("names commands that there are", () => {
    const named = page.match(/(?<=`)convlint\.\w+(?=`)/g) ?? [];
    assert.ok(named.length);
    for (const command of named) assert.ok((Object.values(commandNames) as string[]).includes(command), command);
  });
});
