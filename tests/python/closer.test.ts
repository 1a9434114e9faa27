import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { parsePython } from "../../server/src/python/syntax/parse";

const { closely }: { closely(program: string): string } = await import(pathToFileURL("scripts/closer.mjs").href);

const folder = "server/src/python/library";
const programs = readdirSync(folder)
  .filter((file) => file !== "index.ts")
  .flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/`([^`]*)`/g)].map(([, text]) => ({
      file,
      text: text!.replace(/\$\{\w+\}/g, "pass"),
    })),
  )
  .filter(({ text }) => text.includes("\n"));

/** What a program says, wherever it says it. */
const said = (text: string): unknown =>
  JSON.parse(JSON.stringify(parsePython(text), (key, value) => (key === "from" || key === "to" ? undefined : value)));

describe("programs of our own as they are packed", () => {
  for (const { file, text } of programs)
    it(`say the same: ${file}, ${/(?:class|def) (\w+)/.exec(text)?.[1]}`, () => {
      assert.ok(closely(text).length < text.length);
      assert.deepEqual(said(closely(text)), said(text));
    });

  it("keep what strings hold, and words apart", () => {
    assert.equal(closely('x = f(a,\n      "b,  c" if d else -1)\n'), 'x=f(a,"b,  c" if d else-1)\n');
    assert.equal(
      closely("class A:\n\n    def f(self):\n        return (a\n                or b)\n"),
      "class A:\n def f(self):\n  return(a or b)\n",
    );
  });
});
