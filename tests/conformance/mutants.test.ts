import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compared, type Judged, originals, told } from "../support/mutants/judged";

const record: { readonly [seed: string]: readonly Judged[] } = JSON.parse(
  readFileSync("tests/conformance/mutants.json", "utf8"),
);
if (!existsSync("../shared/pytorch/valid"))
  console.log("LEFT OUT: ../shared/pytorch/valid is not here, so only mutants of our own programs are compared");

for (const [seed, rows] of Object.entries(record))
  test(`mutants of seed ${seed} are judged as PyTorch judges them`, (t) => {
    const result = compared(rows, originals());
    for (const line of told(result).split("\n")) t.diagnostic(`COMPARED seed ${seed}: ${line}`);
    const named = ({ why, file, kind, ordinal }: (typeof result.alarms)[number]) =>
      `${why}: ${file} "${kind}" ${ordinal}`;
    assert.deepEqual(result.alarms.map(named), []);
    for (const one of [...result.missed, ...result.unequal]) t.diagnostic(named(one));
    assert.ok(result.flagged >= 0.95 * result.broken, `${result.flagged} of ${result.broken} are told`);
    assert.ok(result.exact >= 0.95 * result.running, `${result.exact} of ${result.running} have the same figures`);
  });
