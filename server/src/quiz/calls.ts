import { inferGraph, type Memories } from "../analysis/infer-graph";
import { portsOf } from "../core/axes";
import { batch } from "../core/batch";
import type { Shape } from "../core/dim";
import type { Arg, Node } from "../core/graph";
import { isRequired, type Param } from "../core/param";
import { literal, type Value } from "../core/value";
import { type Layout, type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import type { Chance } from "./chance";
import { type Subject, subjectOf } from "./subject";

const nowhere = { from: 0, to: 0 };

/** As often as a call is made up before its operator is given up; most need something at hand that fits together. */
const tries = 8;

/** Sizes as they occur: of images, of their channels, and of what has become of them. */
const channels = [1, 3, 8, 16, 24, 32, 48, 64, 96, 128, 256];
const sides = [...Array(58).keys()].map((side) => side + 7).concat([80, 96, 112, 128, 160, 224, 227, 256, 320, 640]);
const numbers = [1, 2, 3, 4, 5, 7, 8, 16, 32, 64];

/** A call of an operator with arguments and inputs that were drawn by lot; nothing where none of those tried holds. */
export function drawnCall(
  word: string,
  spelling: Spelling,
  vocabulary: Vocabulary,
  chance: Chance,
  memories: Memories,
): Subject | undefined {
  for (let i = 0; i < tries; i++) {
    const shapes = drawnInputs(spelling, vocabulary.layout, chance);
    const subject = calling(word, drawnArgs(spelling, chance), shapes, vocabulary, memories);
    if (subject) return subject;
  }
  return undefined;
}

function calling(
  op: string,
  args: readonly Arg[],
  shapes: readonly Shape[],
  vocabulary: Vocabulary,
  memories: Memories,
): Subject | undefined {
  const given = shapes.map((shape, id): Node => ({ ...bare(id, "Input"), given: shape }));
  const inputs = given.map(({ id }) => ({ node: id, port: 0 }));
  const nodes = [...given, { ...bare(given.length, op), inputs, args }];
  let refused = false;
  const steps = inferGraph({ vocabulary, nodes, rows: [], outputs: [] }, memories, () => (refused = true));
  return refused ? undefined : subjectOf(steps.at(-1)!, steps, vocabulary);
}

const bare = (id: number, op: string): Node => ({
  id,
  label: op,
  op,
  span: nowhere,
  opSpan: nowhere,
  inputs: [],
  args: [],
});

function drawnInputs({ op }: Spelling, layout: Layout, chance: Chance): readonly Shape[] {
  const side = chance.one(sides);
  const rank = 1 + chance.below(3);
  const width = chance.one(channels);
  const made = (axes: string): Shape => {
    const names = axes === "*" || axes.includes("...") ? ["N", ...["C", "H", "W"].slice(0, rank)] : axes.split(" ");
    const sizes = names.slice(1).map((name) => (name === "C" || name === "F" ? width : side));
    const isLast = layout === "channels-last" && names.includes("C") && sizes.length > 1;
    return [batch, ...(isLast ? [...sizes.slice(1), sizes[0]!] : sizes)];
  };
  return portsOf(op.inputs).flatMap(({ axes, many, optional }) =>
    optional ? [] : many ? [made(axes), made(axes)] : [made(axes)],
  );
}

function drawnArgs(spelling: Spelling, chance: Chance): readonly Arg[] {
  const { implied, layoutBy, applies } = spelling;
  return Object.entries<Param<unknown>>(spelling.params).flatMap(([param, about]): readonly Arg[] => {
    const name = wordFor(spelling, param);
    if (implied.includes(name) || param === layoutBy || applies.includes(name)) return [];
    if (!isRequired(about) && !chance.happens(0.3)) return [];
    const all = valuesFor(about);
    return all.length ? [{ name, value: chance.one(all) }] : [];
  });
}

const known = new WeakMap<object, readonly Value[]>();

/** Whole numbers, switches and words that the parameter takes; what is measured in parts of one changes no shape. */
function valuesFor(about: Param<unknown>): readonly Value[] {
  const { type } = about;
  const before = known.get(about);
  if (before) return before;
  const reads = (value: Value): boolean => {
    const reading = type.read(value);
    return reading !== "unknown" && "ok" in reading;
  };
  const suggested = type.suggest.map(plainValue);
  const isPart = reads(literal(0.5, nowhere)) && !reads(literal("x", nowhere));
  const others = isPart
    ? []
    : [...(isRequired(about) ? numbers : numbers.slice(0, 4)), true, false].map((one) => literal(one, nowhere));
  const pairs = isPart ? [] : ["[3, 5]", "[1, 2]", "[2, 1]", "[2, 2]", "[0, 1]", "[1, 2, 3]"].map(plainValue);
  const all = [...suggested, ...suggested, ...(suggested.length > 2 ? [] : others), ...pairs.slice(0, 3)].filter(reads);
  const values = all.length ? all : [...others, ...pairs].filter(reads);
  known.set(about, values);
  return values;
}

function plainValue(text: string): Value {
  if (!/^[[\d]|^-\d|^true$|^false$/.test(text)) return literal(text, nowhere);
  const plain: unknown = JSON.parse(text);
  return Array.isArray(plain)
    ? { kind: "list", items: plain.map((one) => literal(one, nowhere)), span: nowhere }
    : literal(plain, nowhere);
}
