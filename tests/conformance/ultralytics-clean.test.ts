import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";
import { dialects } from "../support/libraries";

interface Fact {
  readonly yaml: string;
  readonly scale: string | null;
  readonly imgsz: number;
}

const root = "../shared/ultralytics";

/** What is truly wrong in files that build: by repository, file and id, with the reason. */
const deserved: { readonly [found: string]: string } = {};

/** Every error and warning in the files that a library has built, at the sizes at which it has. */
function foundIn(repo: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(`${root}/facts/${repo}`)) {
    const { yaml, scale, imgsz }: Fact = JSON.parse(readFileSync(`${root}/facts/${repo}/${file}`, "utf8"));
    const text = readFileSync(`${root}/models/${repo}/${yaml}`, "utf8");
    const { analysis } = understand(yaml, text, {
      dialect: dialects[repo]!,
      input: [3, imgsz, imgsz],
      ...(scale && { scale }),
    })!;
    for (const { id, severity, message, span } of analysis.problems) {
      const line = text.slice(0, span.from).split("\n").length;
      if (severity === "error" || severity === "warning")
        found.set(`${repo}/${yaml} ${id}`, `${file}:${line}: ${severity}: ${render(message)}`);
    }
  }
  return found;
}

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no YOLO model was linted`);
for (const repo of existsSync(root) ? Object.keys(dialects) : [])
  test(`models of ${repo} that build have nothing wrong with them`, () => {
    const found = foundIn(repo);
    const wrong = [...found].filter(([key]) => !(key in deserved)).map(([key, said]) => `${key}\n    ${said}`);
    assert.ok(!wrong.length, `${wrong.length} problems:\n${wrong.join("\n")}`);
    for (const key of Object.keys(deserved))
      assert.ok(!key.startsWith(`${repo}/`) || found.has(key), `${key} is found no more`);
  });
