import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";
import { dialects } from "../support/libraries";

const root = "../shared/ultralytics/models";
const told = new Set(["unread-row", "reads-mid-stage", "head-order", "anchor-order", "level-missing"]);

/** The text with one word of its rows replaced by a module that nobody knows, for every word there. */
function* foreign(text: string): Iterable<readonly [module: string, text: string]> {
  const rows = /(\[(?:-?\d+|\[[^[\]]*\]), *\d+, *)([A-Za-z_][\w.]*)/g;
  const modules = new Set([...text.matchAll(rows)].map(([, , module]) => module!));
  for (const module of modules)
    yield [
      module,
      text.replace(rows, (row, start: string, word: string) => (word === module ? `${start}OwnThing` : row)),
    ];
}

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no module was made unknown`);
for (const repo of existsSync(root) ? Object.keys(dialects) : [])
  test(`${repo}: what is right with a module is so where nobody knows it`, () => {
    const found: string[] = [];
    for (const file of readdirSync(`${root}/${repo}`, { recursive: true }).map(String)) {
      if (!file.endsWith(".yaml")) continue;
      const text = readFileSync(`${root}/${repo}/${file}`, "utf8");
      const idsOf = (text: string) =>
        understand(file, text, { dialect: dialects[repo]! })?.analysis.problems.filter(({ id }) => told.has(id)) ?? [];
      const before = new Set(idsOf(text).map(({ id }) => id));
      for (const [module, changed] of foreign(text))
        for (const { id, message } of idsOf(changed))
          if (!before.has(id)) found.push(`${file} without ${module}: [${id}] ${render(message)}`);
    }
    assert.deepEqual(found, []);
  });
