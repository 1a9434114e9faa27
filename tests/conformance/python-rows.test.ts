import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { figuresOf } from "../support/own-rows";

const folder = "../shared/pytorch/frontend/modules";
const isThere = existsSync(folder);
if (!isThere) console.error("LEFT OUT: rows with modules from Python, since ../shared/pytorch/frontend is not there");

const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));

describe("rows with modules from a file of Python", { skip: !isThere }, () => {
  type Single = readonly [string, readonly unknown[], readonly number[]];
  const rows: readonly Single[] = isThere ? read("rows.json") : [];
  rows.forEach(([name, args, input], i) =>
    it(JSON.stringify(rows[i]), () => {
      const [parameters, shape] = read("truth.json")[i];
      const found = figuresOf([name, args, [input]], `${folder}/attention.py`);
      assert.deepEqual([found.parameters, found.shape, found.told], [parameters, shape, []]);
    }),
  );
});
