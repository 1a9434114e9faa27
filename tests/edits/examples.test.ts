import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, it } from "node:test";
import {
  type Analysis,
  countsOf,
  type Model,
  macsOf,
  type Step,
  shapeAt,
  shapesOf,
} from "../../server/src/core/analysis";
import { type Shape, showDim, showShape } from "../../server/src/core/dim";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
import type { Conversion } from "../../server/src/edits/conversion";
import { inWordsOf, understand } from "../../server/src/service";
import { some } from "../support/sample";

/** What was last understood: the texts of one file are asked about by several tests. */
const recent = new Map<string, Analysis>();

function analysisOf(path: string, text: string): Analysis {
  const key = `${path}\n${text}`;
  const found = recent.get(key) ?? understand(path, text)!.analysis;
  if (recent.size > 9) recent.clear();
  recent.set(key, found);
  return found;
}

const modelOf = (path: string, text: string): Model => analysisOf(path, text).models[0]!;
const other = (model: Model): string => (model.graph.vocabulary.id === "keras" ? "pytorch" : "keras");

/** A shape whatever the order of its axes: both frameworks have the same sizes, in one order or the other. */
const sizes = (shape: Shape | undefined): string =>
  shape ? [...shape.slice(1).map(showDim)].sort().join(" ") : "not known";

function figures(model: Model): object {
  const steps = model.steps as readonly Step[];
  const counts = countsOf(steps);
  return {
    outputs: model.graph.outputs.map((edge) => sizes(shapeAt(model, edge))),
    trainable: showDim(counts.trainable),
    state: showDim(counts.state),
    macs: showDim(macsOf(steps)),
  };
}

/** Converts a file and compares every layer of its own list; gives the new text. */
function convert(path: string, text: string): { readonly text: string; readonly stays: Conversion["stays"] } {
  const before = modelOf(path, text);
  const framework = other(before);
  const conversion = inWordsOf(framework, path, text)!;
  const now = applied(text, conversion.edits);
  const after = modelOf(path, now);
  // A file of which most stays is read in its old words.
  const isRead = after.graph.vocabulary.id === framework;
  if (!conversion.stays.length) assert.ok(isRead);
  before.graph.rows.forEach((row, i) => {
    if (!isRead) return;
    const place = conversion.places.get("")![i];
    const last = place && after.graph.rows[place.last];
    const [was, is] = [sizes(shapesOf(before, row)[0]), sizes(last && shapesOf(after, last)[0])];
    // Behind a layer that stays in its old words nothing is known.
    const isLost = conversion.stays.length && /\?|not known/.test(is);
    if (last && row.repeats && was !== "not known" && !isLost) assert.equal(is, was, `${path}: ${row.label}`);
  });
  return { text: now, stays: conversion.stays };
}

const within = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /\.cnn\.(yaml|json)$/.test(name))
    .map((name) => `${folder}/${name}`);
const examples = [...within("examples"), ...within("examples/zoo")];

/** The words of layers that stay although the other framework has the like. */
const kept = (text: string, stays: Conversion["stays"]): readonly string[] =>
  stays
    .filter(({ message }) => !render(message).includes("has nothing like"))
    .map(({ span }) => text.slice(span.from, span.to));

/** Networks that can be said as a whole, there and back. */
const whole =
  "alexnet densenet121 googlenet keras-densenet121 keras-resnet50 lenet5 resnet18 squeezenet1_0 unet vgg16_bn";

/** What stays of others, with the reason. */
const staying: { readonly [name: string]: readonly string[] } = {
  // A filter with an activation, repeated as often as a parameter says: two layers cannot be repeated together.
  "keras-vgg16": ["Conv2D"],
  // Its window reads an odd size in one call of the block and an even one in another.
  "keras-xception": ["MaxPooling2D"],
};

describe("every example in the words of the other framework", () => {
  for (const path of examples) {
    const text = readFileSync(path, "utf8");
    let converted: ReturnType<typeof convert> | undefined;
    const thereOnce = () => (converted ??= convert(path, text));

    it(`gives the same shapes and counts: ${path}`, () => {
      const there = thereOnce();
      const name = basename(path, ".cnn.yaml");
      const wanted = whole.split(" ").includes(name) ? [] : staying[name];
      if (wanted) assert.deepEqual(kept(text, there.stays), wanted);
      if (there.stays.length) return;
      assert.deepEqual(figures(modelOf(path, there.text)), figures(modelOf(path, text)));
      assert.deepEqual(
        analysisOf(path, there.text).problems.filter(({ severity }) => severity === "error"),
        [],
      );
      const back = convert(path, there.text);
      if (whole.split(" ").includes(name)) assert.deepEqual(kept(there.text, back.stays), []);
      if (!back.stays.length) assert.deepEqual(figures(modelOf(path, back.text)), figures(modelOf(path, text)));
    });

    it(`keeps comments and empty lines: ${path}`, () => {
      const comments = (of: string): readonly string[] => [...of.matchAll(/(?<=^|[ \t])#.*$|^$/gm)].map(([one]) => one);
      assert.deepEqual(comments(thereOnce().text), comments(text));
    });
  }
});

describe("models with mistakes", () => {
  for (const path of some([...within("tests/models"), ...within("examples/broken")], "models with mistakes, converted"))
    it(`are converted as far as they are understood: ${path}`, () => {
      convert(path, readFileSync(path, "utf8"));
    });

  it("do not stop a conversion, wherever they are cut off", () => {
    const text = readFileSync("examples/unet.cnn.yaml", "utf8");
    for (let end = 0; end < text.length; end += 37) inWordsOf("keras", "unet.cnn.yaml", text.slice(0, end));
  });
});

it("orders every axis, and not only the sizes", () => {
  const text = "input: [3, 20, 30]\nlayers:\n  - Conv2d: { out_channels: 8, kernel_size: [3, 5] }\n";
  const now = applied(text, inWordsOf("keras", "model.cnn.yaml", text)!.edits);
  const model = modelOf("model.cnn.yaml", now);
  assert.equal(showShape(shapeAt(model, model.graph.outputs[0]!)!.slice(1)), "[18, 26, 8]");
});
