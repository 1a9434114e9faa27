import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Accepted, Pattern } from "../../server/src/analysis/accepted";
import { inputSizes } from "../../server/src/analysis/input-sizes";
import {
  type Analysis,
  countsOf,
  isComplete,
  type Model,
  macsOf,
  parametersOf,
  type Step,
  shapeAt,
} from "../../server/src/core/analysis";
import { type Dim, isKnown, type Shape } from "../../server/src/core/dim";
import { evaluate } from "../../server/src/core/evaluate";
import { linesOf } from "../../server/src/core/lines";
import { understand } from "../../server/src/service";
import { every } from "../support/sample";
import { told as expected, open, otherwise } from "./pytorch-files";

interface Leaf {
  readonly name: string;
  readonly type: string;
  readonly params: number;
  readonly in: readonly (readonly number[])[];
  readonly out: readonly number[];
  readonly macs: number;
}

interface Valid {
  readonly file: string;
  readonly inputs: readonly (readonly number[])[];
  readonly output: readonly number[];
  readonly params: number;
  readonly trainable: number;
  readonly macs: number;
  readonly leaf_calls: readonly Leaf[];
}

interface Broken {
  readonly file: string;
  readonly offending_line: number;
  readonly raising_line: number | null;
}

const folder = "../shared/pytorch";
const isThere = existsSync(`${folder}/valid`);
if (!isThere) console.error("LEFT OUT: files of PyTorch, since ../shared/pytorch/valid is not there");

const analysed = (path: string): Analysis | undefined =>
  understand(path, readFileSync(`${folder}/${path}`, "utf8"))?.analysis;
const records = <T>(path: string): readonly T[] => JSON.parse(readFileSync(`${folder}/${path}`, "utf8"));
const errorsIn = (analysis: Analysis | undefined) =>
  (analysis?.problems ?? []).filter(({ severity }) => severity === "error");

describe("valid files of PyTorch", { skip: !isThere }, () => {
  for (const fact of isThere ? records<Valid>("valid/expected.json") : []) {
    const analysis = analysed(`valid/${fact.file}`);
    it(`${fact.file} has no error`, () => assert.deepEqual(errorsIn(analysis), []));
    it(`${fact.file} has the figures that were recorded${open[fact.file] ? ", but for what is open" : ""}`, () => {
      const found = analysis?.models[0];
      const wrong = found ? differences(found, fact) : ["no model"];
      assert.deepEqual(wrong, open[fact.file] ?? []);
    });
  }
});

/** What is not as it was recorded, in one word for each kind. */
function differences(model: Model, fact: Valid): readonly string[] {
  const { graph, steps } = model;
  const images = fact.inputs[0]![0]!;
  const number = (dim: Dim): number => (isKnown(dim) ? evaluate(dim, () => images) : Number.NaN);
  const shape = (of: Shape | undefined): string => String((of ?? []).map(number));
  const counts = countsOf(steps);
  // What is counted is for one image, and what was recorded for all of them.
  const macs = (step: Step): number => (step.outcome && !step.node.training ? number(step.outcome.macs) * images : 0);
  const given = graph.nodes.filter((node) => node.given).map((node) => shape(node.given));
  const called = steps.filter(
    ({ node, outcome }) => outcome && node.row?.name !== undefined && !node.training && isLeaf(node.row.name, fact),
  );
  const leaves = called.map(({ node, outcome }) => [
    node.row!.name,
    node.op,
    number(parametersOf(outcome!.counts, graph)),
    node.inputs.map((edge) => shape(shapeAt(model, edge))).join(" "),
    shape(outcome!.outputs[0]),
    macs(steps[node.id]!),
  ]);
  const recorded = fact.leaf_calls.map((leaf) => [
    leaf.name,
    leaf.type,
    leaf.params,
    leaf.in.map(String).join(" "),
    String(leaf.out),
    leaf.macs,
  ]);
  const found: readonly (readonly [string, unknown, unknown])[] = [
    ["input", given.join(" "), fact.inputs.map(String).join(" ")],
    ["output", graph.outputs[0] && shape(shapeAt(model, graph.outputs[0])), String(fact.output)],
    ["complete", isComplete(steps), true],
    ["parameters", number(parametersOf(counts, graph)), fact.params],
    ["trainable", number(counts.trainable), fact.trainable],
    ["macs", number(macsOf(steps)) * images, fact.macs],
    ["leaves", JSON.stringify(leaves), JSON.stringify(recorded)],
  ];
  return found.filter(([, got, wanted]) => got !== wanted).map(([what]) => what);
}

const isLeaf = (label: string, { leaf_calls: leaves }: Valid): boolean => leaves.some(({ name }) => name === label);

describe("broken files of PyTorch", { skip: !isThere }, () => {
  for (const { file, offending_line: wrong, raising_line: raising } of isThere
    ? records<Broken>("broken/expected.json")
    : [])
    it(`${file}: ${expected[file]}`, () => {
      const lines = linesOf(readFileSync(`${folder}/broken/${file}`, "utf8"));
      const told = (analysed(`broken/${file}`)?.problems ?? []).filter(
        ({ id, severity }) => severity === "error" || id === "unregistered-layers",
      );
      const places = told.map(({ id, span, related = [] }) => {
        const line = (at: number): number => lines.at(at).line + 1;
        const at = line(span.from);
        if (at === wrong) return `${id} where it is wrong`;
        const beside = related.some((one) => line(one.span.from) === wrong) ? ", with where it is wrong" : "";
        return at === raising ? `${id} where it fails${beside}` : `${id} elsewhere${beside}`;
      });
      assert.equal(places.join("; ") || "nothing is told", expected[file]);
    });
});

describe("images that files of PyTorch take", { skip: !isThere }, () => {
  const all = isThere ? Object.entries(JSON.parse(readFileSync(`${folder}/valid/input-sizes.json`, "utf8"))) : [];
  for (const [file, { ok }] of all as readonly (readonly [string, { readonly ok: readonly (readonly number[])[] }])[])
    it(file, () => {
      const name = file.slice(file.indexOf("/") + 1);
      const taken = inputSizes(analysed(file)!.models[0]!)?.square;
      const found = Array.from({ length: 320 }, (_, i) => i + 1).filter((size) => taken && isIn(taken, size));
      const wanted = otherwise[name] ?? ok;
      const recorded = wanted.flatMap(([from = 0, to = 0]) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      );
      assert.deepEqual(found, recorded);
    });
});

const isIn = ({ ranges, pattern }: Accepted, size: number): boolean =>
  [...ranges, ...(pattern && size >= pattern.from ? turned(pattern, size) : [])].some(
    ([a, b]) => a <= size && size <= b,
  );

/** The stretches of a pattern around a size. */
const turned = ({ period, stretches }: Pattern, size: number): readonly (readonly [number, number])[] =>
  [-1, 0, 1].flatMap((turn) => {
    const first = (Math.floor(size / period) + turn) * period;
    return stretches.map(([a, b]) => [first + a, first + b] as const);
  });

describe("files of PyTorch that are being typed", { skip: !isThere }, () => {
  const folders = ["valid", "frontend/tricky"];
  const files = isThere
    ? folders.flatMap((one) => readdirSync(`${folder}/${one}`).map((file) => `${one}/${file}`))
    : [];
  const step = every(37, "places at which a file of Python ends");
  it("are read to wherever they end, and hardly ever told of", () => {
    const beginnings = files
      .filter((file) => file.endsWith(".py"))
      .flatMap((file) => {
        const text = readFileSync(`${folder}/${file}`, "utf8");
        const ends = Array.from({ length: Math.ceil(text.length / step) }, (_, i) => i * step);
        return ends.map((end) => text.slice(0, end));
      });
    const told = beginnings.filter((text) => errorsIn(understand("net.py", text)?.analysis).length);
    assert.ok(told.length <= beginnings.length / 200, `told of ${told.length} of ${beginnings.length}`);
  });
});

describe("files of PyTorch that must stay silent", { skip: !isThere }, () => {
  const files = isThere ? readdirSync(`${folder}/frontend/tricky`).filter((file) => file.endsWith(".py")) : [];
  for (const file of files) it(file, () => assert.deepEqual(errorsIn(analysed(`frontend/tricky/${file}`)), []));
});
