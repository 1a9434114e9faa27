import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../server/src/core/lines";

test("lines end at LF, CRLF and CR", () => {
  const lines = linesOf("a\nbc\r\nd\re");
  assert.deepEqual(lines.starts, [0, 2, 6, 8]);
  assert.deepEqual(lines.at(3), { line: 1, column: 1 });
  assert.deepEqual(lines.at(6), { line: 2, column: 0 });
  assert.deepEqual(lines.at(8), { line: 3, column: 0 });
});

test("offsets and positions are inverses, also at the end and beyond it", () => {
  const text = "ab\n\ncdé\n";
  const lines = linesOf(text);
  for (let offset = 0; offset <= text.length; offset++) assert.equal(lines.offset(lines.at(offset)), offset);
  assert.deepEqual(lines.at(99), { line: 3, column: 0 });
  assert.equal(lines.offset({ line: 99, column: 5 }), text.length);
  assert.deepEqual(linesOf("").at(0), { line: 0, column: 0 });
});
