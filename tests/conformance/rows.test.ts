import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { insertAbove } from "../../server/src/edits/rows/insert";
import { changed, insertAndUndo, modelOf, sameButOne, sheetsIn } from "../support/rows";

const root = "../shared/ultralytics/models";

/** Ten files in every dialect that is recorded, with rows in lists of lines and between brackets. */
const files = [
  "ultra84/ultralytics/cfg/models/v8/yolov8.yaml",
  "ultra84/ultralytics/cfg/models/v8/yolov8-p6.yaml",
  "ultra83/ultralytics/cfg/models/rt-detr/rtdetr-l.yaml",
  "ultra83/ultralytics/cfg/models/11/yolo11.yaml",
  "ultra83/ultralytics/cfg/models/v9/yolov9c-seg.yaml",
  "yolov5/models/yolov5s.yaml",
  "yolov5/models/hub/yolov5-bifpn.yaml",
  "yolov7/cfg/training/yolov7-tiny.yaml",
  "yolov7/cfg/baseline/yolov4-csp.yaml",
  "yolov9/models/detect/yolov9-c.yaml",
];

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no row was put into the models of a library`);
for (const file of existsSync(root) ? files : [])
  test(`a row above and below every row of ${file}`, () => {
    const path = `${root}/${file}`;
    const text = readFileSync(path, "utf8");
    const [sheet] = sheetsIn(path, text);
    assert.ok(sheet);
    sheet.rows.forEach((_, row) => {
      assert.ok(insertAndUndo(path, text, 0, row, false));
      assert.ok(insertAndUndo(path, text, 0, row + 1, true));
    });
    const scale = /^ {2}(\w): \[/m.exec(text)?.[1];
    const options = scale === undefined ? {} : { scale };
    const before = modelOf(path, text, options);
    for (let row = 0; row < sheet.rows.length; row++)
      sameButOne(before, modelOf(path, changed(text, insertAbove(sheet, row)), options), row);
  });
