import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const most = 60_000;
const picturesOf = (page: string): readonly (readonly [text: string, file: string])[] =>
  [...readFileSync(page, "utf8").matchAll(/!\[(.*?)\]\((.*?)\)/g)].map(([, text, file]) => [text!, file!]);

test("pictures of README are small, and are told to who does not see them", () => {
  for (const page of ["README.md", "README.zh-CN.md"])
    for (const [text, file] of picturesOf(page)) {
      assert.ok(text, `${page}: ${file} has no text`);
      assert.ok(statSync(file).size <= most, `${file} is larger than ${most} bytes`);
    }
});

test("both languages show the same pictures", () => {
  const [english, chinese] = ["README.md", "README.zh-CN.md"].map((page) => picturesOf(page).map(([, file]) => file));
  assert.ok(english!.length >= 4);
  assert.deepEqual(chinese, english);
});

// The page of an extension loads pictures from the web alone, so that none of the package would ever be seen there.
test("what README alone shows takes no place in the package", () => {
  const { files } = JSON.parse(readFileSync("package.json", "utf8"));
  assert.ok(!files.includes("docs") && !files.includes("docs/images"));
});
