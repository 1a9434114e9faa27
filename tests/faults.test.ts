import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

interface Fault {
  readonly file: string;
  readonly right: string;
  readonly what: string;
}

/** Scripts are not compiled with the tests. */
const plantedIn = async (name: string): Promise<readonly Fault[]> =>
  Object.values(await import(pathToFileURL(join("scripts", name)).href)).flat() as readonly Fault[];

test("every fault that is to be planted has its one place in the sources", async () => {
  const lists = await Promise.all(
    [
      "faults-planted.mjs",
      "faults-of-images.mjs",
      "faults-of-tensors.mjs",
      "faults-of-rules.mjs",
      "faults-of-python.mjs",
    ].map(plantedIn),
  );
  const faults = lists.flat();
  const lost = faults.filter(({ file, right }) => readFileSync(file, "utf8").split(right).length !== 2);
  assert.deepEqual(
    lost.map(({ file, right }) => `${file}: ${right}`),
    [],
  );
  assert.equal(new Set(faults.map(({ what }) => what)).size, faults.length, "no two are described alike");
});
