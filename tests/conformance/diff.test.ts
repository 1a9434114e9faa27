import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compare } from "../../server/src/report/diff/compare";
import { changesIn } from "../../server/src/report/diff/difference-lines";
import { linesOf, sumsOf } from "../../server/src/report/diff/our-table";
import { lastWhole, tablesIn } from "../../server/src/report/diff/read-log";
import { understand } from "../../server/src/service";
import { type Printed, tableText } from "../support/log";

interface Fact {
  readonly yaml: string;
  readonly scale: string | null;
  readonly imgsz: number;
  readonly params: number;
  readonly gradients: number;
  readonly gflops: number | null;
  readonly layers_by_library: number;
  readonly layers: readonly Printed[];
}

const root = "../shared/ultralytics";
const repos = [
  { repo: "ultra83", dialect: "ultralytics-8.3", packages: "ultralytics.nn.modules.block", leaves: true },
  { repo: "ultra84", dialect: "ultralytics-8.4", packages: "ultralytics.nn.modules.block", leaves: true },
  { repo: "yolov5", dialect: "yolov5", packages: "models.common", leaves: true },
  { repo: "yolov7", dialect: "yolov7", packages: "models.common", leaves: false },
  { repo: "yolov9", dialect: "yolov9", packages: "models.common", leaves: false },
];

/** In the record of one module the name and the list touch, so that the list has lost its first entry. */
const whole = ({ args, ...row }: Printed): Printed => ({
  ...row,
  args: typeof args === "string" && args.endsWith("]]") ? `[256, ${args}` : args,
});

function logOf(
  { layers, params, gradients, gflops, layers_by_library }: Fact,
  packages: string,
  narrow: boolean,
): string {
  const rows = layers.map(whole).map(({ module, ...row }) => {
    const name = module.startsWith("nn.") ? `torch.nn.modules.x.${module.slice(3)}` : `${packages}.${module}`;
    return { module: name, ...row };
  });
  const counts = `${layers_by_library} layers, ${params} parameters, ${gradients} gradients`;
  return `${tableText(rows, narrow)}\nModel summary: ${counts}${gflops ? `, ${gflops.toFixed(1)} GFLOPs` : ""}\n`;
}

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no printed table was compared`);
for (const { repo, dialect, packages, leaves } of existsSync(root) ? repos : [])
  for (const file of readdirSync(`${root}/facts/${repo}`))
    test(`${repo}/${file}: the table that is printed`, () => {
      const fact: Fact = JSON.parse(readFileSync(`${root}/facts/${repo}/${file}`, "utf8"));
      const text = readFileSync(`${root}/models/${repo}/${fact.yaml}`, "utf8");
      const input = [3, fact.imgsz, fact.imgsz];
      const found = understand("model.yaml", text, { input, dialect, ...(fact.scale && { scale: fact.scale }) })!;
      const model = found.analysis.models[0]!;
      const table = lastWhole(tablesIn(logOf(fact, packages, packages === "models.common")))!;
      assert.equal(table.rows.length, fact.layers.length);
      const { rows, totals, equal } = compare(linesOf(model), table.rows, [
        sumsOf(model, found.library?.(model)),
        table.sums!,
      ]);
      assert.deepEqual(
        rows.map((row) => [row.old?.index, row.new?.index, ...changesIn(row)]),
        [],
      );
      assert.equal(equal, fact.layers.length);
      assert.deepEqual(
        totals.filter((total) => !total.equal),
        [],
      );
      assert.ok(totals.some(({ name }) => name === "parameters") && (!leaves || totals.length >= 2));
    });
