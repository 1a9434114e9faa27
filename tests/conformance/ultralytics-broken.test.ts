import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { render } from "../../server/src/core/message";
import type { Problem } from "../../server/src/core/problem";
import { understand } from "../../server/src/service";

interface Broken {
  readonly file: string;
  readonly offending_layer: number | null;
  readonly mistake: string;
}

const root = "../shared/ultralytics/broken";

/** Where no row is wrong: the line that is, from 1 on. */
const lines: { readonly [file: string]: number } = {
  "29-scale-entry-too-short.yaml": 3,
  "33-backbone-is-a-mapping.yaml": 2,
};

/** Comments in these files number the rows as they were before the mistake was made, and that is another matter. */
const remark = "row-number-comment";

/** The lines of rows, through both lists; in one file a tab makes one of them none. */
const rowsIn = (text: string): readonly number[] =>
  text.split("\n").flatMap((line, i) => (/^\s*- \[(?:-?\d+|\[[^\]]*\]), \d+, [A-Za-z]/.test(line) ? [i + 1] : []));

const lineOf = (text: string, { span }: Problem): number => text.slice(0, span.from).split("\n").length;

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no broken YOLO model was read`);
const broken: readonly Broken[] = existsSync(root) ? JSON.parse(readFileSync(`${root}/expected.json`, "utf8")) : [];
for (const { file, offending_layer: layer, mistake } of broken) {
  const text = readFileSync(`${root}/${file}`, "utf8");
  const { problems } = understand(file, text)!.analysis;
  const found = problems
    .filter(({ id, severity }) => id !== remark && (severity === "error" || severity === "warning"))
    .map((one) => ({ line: lineOf(text, one), said: `line ${lineOf(text, one)}: [${one.id}] ${render(one.message)}` }));
  const right = found.length === 1 && found[0]!.line === (layer === null ? lines[file] : rowsIn(text)[layer]);
  test(`${file}: ${mistake}`, () => assert.ok(right, found.map(({ said }) => said).join("\n") || "nothing is said"));
}
