import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf, type Model, parametersOf, shapeAt, shapesOf, stepsOf } from "../../server/src/core/analysis";
import { type Shape, showDim } from "../../server/src/core/dim";
import type { Row } from "../../server/src/core/graph";
import { render } from "../../server/src/core/message";
import { ultralytics } from "../../server/src/formats/ultralytics/index";
import { parseYaml } from "../../server/src/tree/yaml";

interface Fact {
  readonly repo: string;
  readonly yaml: string;
  readonly scale: string | null;
  readonly imgsz: number;
  readonly params: number;
  readonly gradients: number;
  readonly stride: readonly number[];
  readonly layers: readonly { readonly module: string; readonly params: number; readonly out_shape: unknown }[];
}

const root = "../shared/ultralytics";
const repos = ["ultra83", "ultra84", "yolov5", "yolov7", "yolov9"];
const dialects: { readonly [repo: string]: string } = { ultra83: "ultralytics-8.3", ultra84: "ultralytics-8.4" };

/** What no dialect knows yet; a model fails for another reason only by mistake. */
const unfinished = /^no such dialect$|^not known: /;

/** Every shape in a recorded output, in order; heads add their inner maps behind what they predict. */
const shapesIn = (recorded: any): readonly number[][] =>
  Array.isArray(recorded) ? [recorded] : Object.values(recorded?.seq ?? {}).flatMap(shapesIn);

const shown = (shape: Shape): string => shape.slice(1).map(showDim).join("×");

/** The first difference between a recorded model and ours, in words. */
function difference(fact: Fact, text: string): string | undefined {
  const format = ultralytics.find(({ id }) => id === (dialects[fact.repo] ?? fact.repo));
  if (!format) return "no such dialect";
  const input = [3, fact.imgsz, fact.imgsz];
  const reading = format.read(parseYaml(text), { input, ...(fact.scale && { scale: fact.scale }) });
  const { models, problems } = analyse(reading, []);
  const model = models[0];
  if (!model) return "no such scale";
  const unknown = problems.find(({ id }) => id === "unknown-operator");
  if (unknown) return `not known: ${render(unknown.message)}`;
  const error = problems.find((problem) => problem.severity === "error");
  if (error) return render(error.message);
  for (const [i, want] of fact.layers.entries()) {
    const wrong = rowDifference(model, model.graph.rows[i], want);
    if (wrong) return `row ${i} ${want.module}: ${wrong}`;
  }
  const counts = countsOf(model.steps);
  const got = `${showDim(parametersOf(counts, model.graph))} parameters, ${showDim(counts.trainable)} trained`;
  const want = `${fact.params} parameters, ${fact.gradients} trained`;
  return got === want ? strideDifference(model, fact) : `${got}, not ${want}`;
}

/** The library measures strides where it runs a model while it builds it; of any other it says 32, of a classifier 1. */
function strideDifference(model: Model, { imgsz, stride, layers }: Fact): string | undefined {
  if (/Classify|RTDETR/.test(layers.at(-1)!.module)) return undefined;
  const inputs = model.graph.rows.at(-1)!.inputs.slice(0, stride.length);
  const got = inputs.map((edge) => imgsz / Number(shapeAt(model, edge)?.[2]));
  return String(got) === String(stride) ? undefined : `strides ${got}, not ${stride}`;
}

function rowDifference(model: Model, row: Row | undefined, want: Fact["layers"][number]): string | undefined {
  const got = row && showDim(parametersOf(countsOf(stepsOf(model, row)), model.graph));
  if (got !== String(want.params)) return `${got} parameters, not ${want.params}`;
  const expected = shapesIn(want.out_shape).map(shown);
  const given = shapesOf(model, row!).map((shape) => (shape ? shown(shape) : "?"));
  return given[0] === expected[0] && given.every((shape) => expected.includes(shape))
    ? undefined
    : `${given}, not ${expected}`;
}

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no YOLO model was compared with its library`);
for (const repo of existsSync(root) ? repos : []) {
  const left: string[] = [];
  for (const file of readdirSync(`${root}/facts/${repo}`)) {
    const fact: Fact = JSON.parse(readFileSync(`${root}/facts/${repo}/${file}`, "utf8"));
    const why = difference(fact, readFileSync(`${root}/models/${repo}/${fact.yaml}`, "utf8"));
    if (why !== undefined && unfinished.test(why)) left.push(`${repo}/${file}: ${why}`);
    else test(`${repo}/${file}`, () => assert.equal(why, undefined));
  }
  if (left.length) console.log(`NOT YET: ${left.length} models of ${repo}\n  ${left.join("\n  ")}`);
}

/** `YOLOv8n summary: … 3157200 parameters, 3157184 gradients`, as the authors wrote it beside the scale. */
const summary = /^\s*(\w): \[.*?summary: .*?([\d,]+) parameters, ([\d,]+) gradients/gm;

for (const repo of existsSync(root) ? ["ultra83", "ultra84"] : [])
  test(`${repo}: yolov8.yaml at five scales, as its comments say`, () => {
    const text = readFileSync(`${root}/models/${repo}/ultralytics/cfg/models/v8/yolov8.yaml`, "utf8");
    const written = [...text.matchAll(summary)].map(([, scale, all, trained]) =>
      `${scale} ${all} ${trained}`.replaceAll(",", ""),
    );
    const format = ultralytics.find(({ id }) => id === dialects[repo])!;
    const { models } = analyse(format.read(parseYaml(text)), []);
    const got = models.map((model) => {
      const counts = countsOf(model.steps);
      return `${model.id} ${showDim(parametersOf(counts, model.graph))} ${showDim(counts.trainable)}`;
    });
    assert.equal(written.length, 5);
    assert.deepEqual(got, written);
  });
