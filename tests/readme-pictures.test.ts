import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const most = 60_000;
const picturesOf = (page: string): readonly (readonly [text: string, file: string])[] =>
  [...readFileSync(page, "utf8").matchAll(/!\[(.*?)\]\((.*?)\)/g)].map(([, text, file]) => [text!, file!]);

test("pictures of README are small, are in the package, and are told to who does not see them", () => {
  const { files } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const page of ["README.md", "README.zh-CN.md"])
    for (const [text, file] of picturesOf(page)) {
      assert.ok(text, `${page}: ${file} has no text`);
      assert.ok(statSync(file).size <= most, `${file} is larger than ${most} bytes`);
      assert.ok(
        files.some((packed: string) => file.startsWith(`${packed}/`)),
        `${file} is not packed`,
      );
    }
});

test("both languages show the same pictures", () => {
  const [english, chinese] = ["README.md", "README.zh-CN.md"].map((page) => picturesOf(page).map(([, file]) => file));
  assert.ok(english!.length >= 4);
  assert.deepEqual(chinese, english);
});
