import assert from "node:assert/strict";
import { test } from "node:test";
import { pythonLiteral, pythonScalar } from "../../server/src/formats/ultralytics/scalar";

/** Recorded from PyYAML's safe loader; what it leaves as text is in double quotes. */
const read: readonly (readonly [source: string, value: unknown])[] = [
  ["yes", true],
  ["No", false],
  ["ON", true],
  ["off", false],
  ["True", true],
  ["FALSE", false],
  ["y", "y"],
  ["n", "n"],
  ["yEs", "yEs"],
  ["tRUE", "tRUE"],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["nULL", "nULL"],
  ["None", "None"],
  ["0", 0],
  ["00", 0],
  ["010", 8],
  ["0777", 511],
  ["08", "08"],
  ["-010", -8],
  ["+7", 7],
  ["1_000", 1000],
  ["-1_0", -10],
  ["0x1F", 31],
  ["-0x1f", -31],
  ["0b101", 5],
  ["0o17", "0o17"],
  ["12:30", 750],
  ["1:30:15", 5415],
  ["12:75", "12:75"],
  ["0:30", "0:30"],
  ["1:30.5", 90.5],
  ["1.5", 1.5],
  ["5.", 5],
  [".5", 0.5],
  ["-.5", "-.5"],
  ["+.5", "+.5"],
  ["1e3", "1e3"],
  ["1e-3", "1e-3"],
  ["1.5e3", "1.5e3"],
  ["1.5e+3", 1500],
  ["-1.0E-2", -0.01],
  ["1.e+2", 100],
  [".inf", Infinity],
  ["-.inf", -Infinity],
  [".INF", Infinity],
  ["1_0.5_0", 10.5],
  ["3x3", "3x3"],
  ["nearest", "nearest"],
];

test("plain scalars are what PyYAML makes of them", () => {
  for (const [source, value] of read)
    assert.deepEqual(
      pythonScalar({ kind: "scalar", plain: true, source, value: "another", span: { from: 0, to: 0 } }),
      value,
      source,
    );
});

test("what stands in quotes stays a text", () => {
  const quoted = { kind: "scalar", plain: false, source: "010", value: "010", span: { from: 0, to: 0 } } as const;
  assert.equal(pythonScalar(quoted), "010");
});

/** Recorded from Python's `ast.literal_eval`; nothing where it refuses, or gives something else than a number. */
const literals: readonly (readonly [text: string, value: unknown])[] = [
  ["None", null],
  ["True", true],
  ["False", false],
  ["64", 64],
  ["-1", -1],
  ["+3", 3],
  ["1_000", 1000],
  ["1__0", undefined],
  ["010", undefined],
  ["00", 0],
  ["0x1F", 31],
  ["0o17", 15],
  ["0b11", 3],
  ["1e3", 1000],
  ["1e-3", 0.001],
  ["1.5", 1.5],
  ["5.", 5],
  [".5", 0.5],
  ["-.5", -0.5],
  ["1.e2", 100],
  ["1_0.5", 10.5],
  ["08", undefined],
  ["12:30", undefined],
  ["nearest", undefined],
  ["3x3", undefined],
  ["nc", undefined],
  ["", undefined],
  ["none", undefined],
  ["true", undefined],
];

test("texts among arguments are what Python makes of them", () => {
  for (const [text, value] of literals) assert.deepEqual(pythonLiteral(text), value, text);
});
