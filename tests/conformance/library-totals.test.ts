import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { understand } from "../../server/src/service";

interface Fact {
  readonly yaml: string;
  readonly scale: string | null;
  readonly imgsz: number;
  readonly gflops: number;
  readonly layers_by_library: number;
}

const root = "../shared/ultralytics";
/** Of the older repositories the figure is known as they print it, with one digit behind the point. */
const repos = [
  { repo: "ultra83", dialect: "ultralytics-8.3", off: (gflops: number) => gflops * 1e-6 },
  { repo: "ultra84", dialect: "ultralytics-8.4", off: (gflops: number) => gflops * 1e-6 },
  { repo: "yolov5", dialect: "yolov5", off: () => 0.051 },
  { repo: "yolov7", dialect: "yolov7", off: () => 0.051 },
  { repo: "yolov9", dialect: "yolov9", off: () => 0.051 },
];

/** Transformers and texts: how their parts are profiled is not told apart, so nothing is said. */
const silent = /^(rtdetr|yolov8-rtdetr|yolov8-world|yolov5s-transformer)/;

if (!existsSync(root)) console.log(`LEFT OUT: ${root} is not here, so no GFLOPs were compared with the library`);
for (const { repo, dialect, off } of existsSync(root) ? repos : []) {
  const left: string[] = [];
  const unsaid: string[] = [];
  let compared = 0;
  for (const file of readdirSync(`${root}/facts/${repo}`)) {
    const fact: Fact = JSON.parse(readFileSync(`${root}/facts/${repo}/${file}`, "utf8"));
    const text = readFileSync(`${root}/models/${repo}/${fact.yaml}`, "utf8");
    const input = [3, fact.imgsz, fact.imgsz];
    const found = understand("model.yaml", text, { input, dialect, ...(fact.scale && { scale: fact.scale }) });
    const { models, problems } = found!.analysis;
    if (!models[0] || problems.some(({ severity }) => severity === "error")) {
      left.push(file);
      continue;
    }
    compared++;
    if (silent.test(file)) unsaid.push(file);
    test(`${repo}/${file}: GFLOPs and layers`, () => {
      const { gflops, libraryLayers } = found!.library!(models[0]!);
      assert.equal(libraryLayers, fact.layers_by_library);
      if (silent.test(file)) return assert.equal(gflops, null);
      assert.ok(gflops !== null && Math.abs(gflops - fact.gflops) <= off(fact.gflops), `${gflops}, not ${fact.gflops}`);
    });
  }
  if (left.length)
    console.log(`NOT YET: ${left.length} models of ${repo} are not understood whole: ${left.join(", ")}`);
  if (unsaid.length)
    console.log(
      `NOT SAYABLE: GFLOPs of ${unsaid.length} models of ${repo} with transformers or texts: ${unsaid.join(", ")}`,
    );
  test(`${repo}: models were compared`, () => assert.ok(compared > 0));
}

/** Of these two no models are here; the figure is what the version that YOLOv10 began from prints. */
for (const dialect of existsSync(root) ? ["yolov10", "yolov12"] : [])
  test(`${dialect}: yolov8n has 225 modules`, () => {
    const text = readFileSync(`${root}/models/ultra83/ultralytics/cfg/models/v8/yolov8.yaml`, "utf8");
    const found = understand("yolov8n.yaml", text, { dialect, scale: "n" })!;
    assert.equal(found.library!(found.analysis.models[0]!).libraryLayers, 225);
  });
