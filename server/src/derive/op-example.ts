import { analyse } from "../analysis/analyse";
import { type Analysis, countsOf, isComplete, macsOf, parametersOf, shapesOf, stepsOf } from "../core/analysis";
import { image } from "../core/batch";
import { type Dim, isKnown, showDim, showShape } from "../core/dim";
import { thousands } from "../core/figures";
import type { Op } from "../core/op";
import { isRequired, type Param } from "../core/param";
import { literal, type Value } from "../core/value";
import { isLayer, type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import { native } from "../formats/native/index";
import { rules } from "../rules/index";
import { parseYaml } from "../tree/yaml";
import { vocabularies } from "../vocabularies/index";

/** A model of one layer, with what comes out of it. */
export interface Example {
  readonly framework: string;
  readonly text: string;
}

/** The smallest models of an operator that hold, one for each framework that has it; found by trying. */
export const examplesOf = (op: Op): readonly Example[] =>
  vocabularies.flatMap((vocabulary) => {
    const word = wordOf(op, vocabulary);
    const text = word && found(word.call, word.spelling, vocabulary);
    return text === undefined ? [] : [{ framework: vocabulary.title, text }];
  });

interface Word {
  /** The layer, with what is written of its arguments before any is chosen. */
  readonly call: { readonly name: string; readonly args: Args };
  readonly spelling: Spelling;
}

type Args = readonly (readonly [word: string, value: string])[];

/** A layer of that name, or the layer that applies the function of that name. */
function wordOf(op: Op, vocabulary: Vocabulary): Word | undefined {
  const all = [...vocabulary.spellings].filter(([, spelling]) => spelling.op === op);
  const layer = all.find(([name]) => isLayer(vocabulary, name));
  if (layer) return { call: { name: layer[0], args: [] }, spelling: layer[1] };
  const [fn] = all[0] ?? [];
  for (const [name, spelling] of vocabulary.spellings) {
    const word = spelling.applies.find((one) => one in spelling.op.params);
    if (fn !== undefined && word !== undefined) return { call: { name, args: [[word, fn]] }, spelling };
  }
  return undefined;
}

/** Images first, then what is smaller and larger; channels stand first here. */
const shapes: readonly (readonly number[])[] = [
  [16, 32, 32],
  [16, 32],
  [64],
  [8, 16, 16, 16],
  [3, 8, 8],
  [4, 4],
  [4, 3, 8, 8, 8],
];

function found(call: Word["call"], spelling: Spelling, vocabulary: Vocabulary): string | undefined {
  const ports = Object.entries<string>(spelling.op.inputs);
  // What may be left out is left out, and of any number there are two.
  const read = ports.filter(([, axes]) => !axes.endsWith("?"));
  const count = read.length === 1 && read[0]![1].endsWith("+") ? 2 : read.length;
  const names = count > 1 ? ["a", "b", "c", "d"].slice(0, count) : [];
  let second: string | undefined;
  let last: string | undefined;
  const all = choices(spelling, call.args, vocabulary);
  const axes = ports[0]![1].replace("+", "").split(" ");
  const isOpen = axes.includes("*") || axes.includes("...");
  for (const shape of shapes.filter(({ length }) => isOpen || length === axes.length - 1))
    for (const args of all) {
      const text = modelOf({ name: call.name, args }, shape, names, vocabulary);
      const analysis = analyse(native.read(parseYaml(text)), rules);
      if (analysis.problems.some(({ severity }) => severity === "error" || severity === "warning")) continue;
      // What a layer does with its defaults may be of no use; that is an example where there is no better one.
      if (analysis.problems.length) last ??= text + factOf(analysis);
      else if (isTelling(analysis)) return text + factOf(analysis);
      else second ??= text + factOf(analysis);
    }
  return second ?? last;
}

/** Something is left of an image, and its sizes are known. */
function isTelling({ models: [model] }: Analysis): boolean {
  const given = shapesOf(model!, model!.graph.rows.at(-1)!);
  return given.length > 0 && given.every((shape) => shape && shape.length > 1 && shape.slice(1).every(isKnown));
}

function modelOf(
  { name, args }: Word["call"],
  shape: readonly number[],
  names: readonly string[],
  { id, layout }: Vocabulary,
): string {
  const sizes = `[${(layout === "channels-last" ? [...shape.slice(1), shape[0]] : shape).join(", ")}]`;
  const input = names.length ? `inputs: { ${names.map((one) => `${one}: ${sizes}`).join(", ")} }` : `input: ${sizes}`;
  const call = args.length ? `${name}: { ${args.map(([word, value]) => `${word}: ${value}`).join(", ")} }` : name;
  const layer = names.length ? `${call}${args.length ? "" : ":"}\n    from: [${names.join(", ")}]` : call;
  return `${vocabularies[0]!.id === id ? "" : `framework: ${id}\n`}${input}\nlayers:\n  - ${layer}`;
}

/** What every argument that is needed might be, the likeliest first. */
function choices(spelling: Spelling, given: Args, { activations }: Vocabulary): readonly Args[] {
  const words = (param: string, about: Param<unknown>): readonly string[] =>
    spelling.applies.includes(wordFor(spelling, param)) ? ["relu", ...(activations?.keys() ?? [])] : valuesFor(about);
  const open = Object.entries(spelling.params).filter(
    ([param]) => !spelling.implied.includes(param) && !given.some(([word]) => word === param),
  );
  const needed = open.filter(([, about]) => isRequired(about));
  const all = needed.reduce<readonly Args[]>(
    (before, [param, about]) =>
      before.flatMap((args) => words(param, about).map((value): Args => [...args, [wordFor(spelling, param), value]])),
    [given],
  );
  // Where nothing is needed, something may be all the same, such as a size or a factor; and an axis is not the batch.
  const optional = open.filter(([, { type, default: usual }]) => type.optional && usual === undefined);
  const suggested = [...optional].sort(([, a], [, b]) => b.type.suggest.length - a.type.suggest.length);
  const more = suggested.flatMap(([param, about]) =>
    words(param, about).flatMap((value) =>
      all.slice(0, 4).map((args): Args => [...args, [wordFor(spelling, param), value]]),
    ),
  );
  const axis = open.find(([, about]) => about.default === 0 && /axis/i.test(about.doc))?.[0];
  const along =
    axis === undefined ? [] : all.slice(0, 6).map((args): Args => [...args, [wordFor(spelling, axis), "1"]]);
  // Where a rule warns of what is usual, a switch is turned on.
  const switches = open
    .filter(([, about]) => about.default === false)
    .flatMap(([param]) => all.slice(0, 4).map((args): Args => [...args, [wordFor(spelling, param), "true"]]));
  return [...along, ...all.slice(0, 400), ...more, ...switches];
}

const others: readonly string[] = [
  ..."2 0.5 1 true 32 nearest".split(" "),
  ...["[1, 2]", "[2, 2]", "[2, 1]", "[-1, 4]", "[1]", "[0, 1]", "[0, 2, 3, 1]", "[3, 1, 2]", '"ab,bc->ac"'],
];

/** Suggestions from the middle, since the first is often the smallest. */
function valuesFor({ type }: Param<unknown>): readonly string[] {
  const [first, second, ...rest] = type.suggest;
  const suggested = [second, first, ...rest].filter((one) => one !== undefined);
  const fits = others.filter((one) => {
    const reading = type.read(plainValue(one));
    return reading !== "unknown" && "ok" in reading;
  });
  return [...new Set([...suggested, ...fits])].slice(0, 10);
}

const nowhere = { from: 0, to: 0 };
const plainValue = (text: string): Value => {
  const plain: unknown = /^[["\d\-t]/.test(text) ? JSON.parse(text) : text;
  return Array.isArray(plain)
    ? { kind: "list", items: plain.map((one) => literal(one, nowhere)), span: nowhere }
    : literal(plain, nowhere);
};

const figure = (count: Dim, noun: string): string =>
  isKnown(count) && count !== 0 ? ` · ${thousands(showDim(count))} ${noun}` : "";

/** What the layer gives and costs, as hints in the editor say it. */
function factOf({ models: [model] }: Analysis): string {
  const row = model!.graph.rows.at(-1)!;
  const steps = stepsOf(model!, row);
  const given = shapesOf(model!, row).map((shape) => (shape ? showShape(image(shape)) : "?"));
  const parameters = isComplete(steps) ? parametersOf(countsOf(steps), model!.graph) : 0;
  return ` # → ${given.join(", ")}${figure(parameters, "parameters")}${figure(macsOf(steps), "MACs")}`;
}
