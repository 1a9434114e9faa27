import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progressOf } from "../../server/src/cli/progress";

/** What is written while a hundred files take so many milliseconds each. */
function shown(each: number, terminal: { readonly isTTY: boolean; readonly columns?: number }, quiet = false) {
  let time = 0;
  const lines: string[] = [];
  const err = { ...terminal, write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream;
  const streams = { out: err, err, isTerminal: terminal.isTTY };
  const progress = progressOf(100, streams, { quiet, now: () => time });
  for (let i = 0; i < 100; i++) {
    progress.step(`models/${"deep/".repeat(30)}${i}.yaml`);
    time += each;
  }
  progress.clear();
  progress.clear();
  return lines;
}

describe("progress", () => {
  it("is shown once a run takes more than a second, not at every file, and is gone at the end", () => {
    const lines = shown(50, { isTTY: true, columns: 80 });
    assert.ok(lines.length > 20 && lines.length < 60, String(lines.length));
    assert.ok(lines[0]!.startsWith("\r\u001b[2K21 of 100 files  …") && lines[0]!.endsWith("/20.yaml"), lines[0]);
    assert.ok(lines.every((line) => line.length < 90));
    assert.equal(lines.at(-1), "\r\u001b[2K");
    assert.equal(lines.filter((line) => line === "\r\u001b[2K").length, 1);
  });

  it("is none in a short run, in a pipe, or where nobody wants it", () => {
    assert.deepEqual(shown(5, { isTTY: true }), []);
    assert.deepEqual(shown(50, { isTTY: false }), []);
    assert.deepEqual(shown(50, { isTTY: true }, true), []);
  });
});
