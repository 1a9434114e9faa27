import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compareWithLog } from "../../server/src/cli/fit-log";
import { render } from "../../server/src/core/message";
import { changesIn } from "../../server/src/report/diff/difference-lines";
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
  { repo: "ultra83", packages: "ultralytics.nn.modules.block", leaves: true },
  { repo: "ultra84", packages: "ultralytics.nn.modules.block", leaves: true },
  { repo: "yolov5", packages: "models.common", leaves: true },
  { repo: "yolov7", packages: "models.common", leaves: false },
  { repo: "yolov9", packages: "models.common", leaves: false },
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
for (const { repo, packages, leaves } of existsSync(root) ? repos : [])
  for (const file of readdirSync(`${root}/facts/${repo}`))
    test(`${repo}/${file}: the table that is printed`, () => {
      const fact: Fact = JSON.parse(readFileSync(`${root}/facts/${repo}/${file}`, "utf8"));
      const text = readFileSync(`${root}/models/${repo}/${fact.yaml}`, "utf8");
      const model = { path: "/model.yaml", name: "model.yaml", text, isModel: true };
      const log = {
        path: "/log.txt",
        name: "log.txt",
        text: logOf(fact, packages, packages === "models.common"),
        isModel: false,
      };
      // Nobody says which version or which scale it is.
      const options = { input: [3, fact.imgsz, fact.imgsz] };
      const { old, new: printed, difference, notes } = compareWithLog(model, options, log, false);
      assert.equal(printed.rows, fact.layers.length);
      assert.deepEqual(
        difference.rows.map((row) => [row.old?.index, row.new?.index, ...changesIn(row)]),
        [],
        notes.map((note) => render(note)).join("\n"),
      );
      assert.equal(difference.equal, fact.layers.length);
      assert.deepEqual(
        difference.totals.filter((total) => !total.equal),
        [],
      );
      // A network of another library is the same at every scale.
      if (!notes.some((note) => render(note).endsWith("fit alike"))) assert.equal(old.scale, fact.scale ?? undefined);
      else assert.match(file, /resnet/);
      assert.ok(
        difference.totals.some(({ name }) => name === "parameters") && (!leaves || difference.totals.length >= 2),
      );
    });
