import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { linesOf } from "../../server/src/core/lines";
import { render } from "../../server/src/core/message";
import { ultralytics } from "../../server/src/formats/ultralytics/index";
import { rules } from "../../server/src/rules/index";
import { parseYaml } from "../../server/src/tree/yaml";

const root = "../shared/ultralytics/models";
const dialects: { readonly [repo: string]: string } = { ultra83: "ultralytics-8.3", ultra84: "ultralytics-8.4" };

/** Files whose summaries were copied from another model, or were made for other classes than the file has. */
const stale = ["11/yolo11-cls", "11/yoloe-11", "11/yoloe-11-seg", "v8/yoloe-v8", "v8/yoloe-v8-seg"].map(
  (name) => `ultralytics/cfg/models/${name}.yaml`,
);

/** What the authors of the libraries wrote themselves is written as it should be. */
const ids = readdirSync("server/src/formats/ultralytics/checks").map((file) => file.replace(/\.ts$/, ""));

function complaints(repo: string, file: string): readonly string[] {
  const text = readFileSync(`${root}/${repo}/${file}`, "utf8");
  const format = ultralytics.find(({ id }) => id === (dialects[repo] ?? repo))!;
  const { problems } = analyse(format.read(parseYaml(text), { name: file }), rules);
  const copied = problems.some(({ id }) => id === "summary-comment");
  if (copied !== stale.includes(file)) return [copied ? "a summary that is not stale" : "no stale summary"];
  return problems
    .filter(({ id }) => ids.includes(id))
    .map(({ id, message, span }) => `line ${linesOf(text).at(span.from).line + 1}: ${id}: ${render(message)}`);
}

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no text of a library's own model was checked`);
for (const repo of existsSync(root) ? readdirSync(root) : [])
  test(`texts of ${repo} have no mistake`, () => {
    const files = readdirSync(`${root}/${repo}`, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".yaml"),
    );
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.flatMap((file) => complaints(repo, file).map((one) => `${file}: ${one}`)),
      [],
    );
  });
