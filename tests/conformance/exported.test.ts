import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { exported } from "../support/exported";
import { filesBelow } from "../support/rows";

const files = "../shared/pytorch/valid";
const rows = "../shared/ultralytics/models";

/** What has no words: values that are changed in another way than by an operator, and what runs in training alone. */
const refused: { readonly [file: string]: RegExp } = {
  "23-siamese-shared.py": /no operator$/,
  "35-aux-head-training.py": /^12: AdaptiveAvgPool2d is not known well enough$/,
};

if (!existsSync(files)) console.log(`LEFT OUT: ${files} is not here, so no program was written anew`);
else
  for (const file of readdirSync(files).filter((one) => one.endsWith(".py")))
    test(`${file} is written anew as what it was`, () => {
      const found = exported(`${files}/${file}`, "pytorch");
      assert.match(found, refused[file] ?? /^"""/);
      assert.deepEqual(
        found.split("\n").filter((line) => line.length > 88),
        [],
      );
    });

if (!existsSync(rows)) console.log(`LEFT OUT: ${rows} is not here, so no YOLO model was written as a program`);
else
  test("models of YOLO are written as programs for PyTorch, and read back as what they are", () => {
    const left = new Map<string, number>();
    const paths = filesBelow(rows).filter((path) => path.endsWith(".yaml"));
    let count = 0;
    for (const path of paths) {
      const found = exported(path, "pytorch");
      if (found.startsWith('"""')) count++;
      else {
        assert.match(found, /counterpart|known well enough|no words|has an error/, path);
        const why = found.replace(/^[\d?]+: /, "").replace(/row \d+/, "a row");
        left.set(why, (left.get(why) ?? 0) + 1);
      }
    }
    console.log(`${count} of ${paths.length} models of YOLO were written as programs`);
    for (const [why, times] of [...left].sort(([, a], [, b]) => b - a)) console.log(`NOT SAYABLE: ${times}: ${why}`);
    // What is left out either chooses the best of what it finds, or keeps what it does to itself.
    assert.ok(count >= 147);
  });
