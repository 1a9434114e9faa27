import { portsOf } from "../core/axes";
import type { Shape } from "../core/dim";
import type { Arg } from "../core/graph";
import { say } from "../core/message";
import { follows } from "../core/param";
import { type Vocabulary, wordFor } from "../core/vocabulary";
import { sayCall } from "../edits/call";
import type { Context } from "../edits/conversion";
import { isGroup, type Said } from "../edits/said";
import type { Use } from "../edits/use";
import type { Entry } from "../tree/tree";
import { formulaOf } from "./bodies";
import { type Given, type Leaf, Unsayable } from "./calls";
import { plainOf } from "./plain";
import { same } from "./scope";

/** A call in the words of the other framework: layers one after another. */
export function converted(
  use: Use,
  written: readonly Arg[],
  inputs: readonly Shape[],
  outputs: readonly Shape[],
  context: Context,
): readonly Leaf[] {
  const said = sayCall([use], entriesOf(written), context);
  if (!isGroup(said)) throw new Unsayable(said);
  const { before, main, after } = said;
  let reads = inputs;
  return [...before, main, ...after].map((one, i): Leaf => {
    const leaf = leafOf(one, use, written, reads, outputs, context.to);
    const made = [...leaf.args].find(([word]) => /^out_/.test(leaf.spelling.parameters.get(word) ?? ""))?.[1].value;
    // What follows reads as many channels as this one makes.
    if (i >= before.length) reads = outputs;
    else if (typeof made === "number") reads = inputs.map((shape) => withChannels(shape, made, context.to));
    return leaf;
  });
}

const withChannels = (shape: Shape, channels: number, { layout }: Vocabulary): Shape =>
  layout === "channels-last" ? [...shape.slice(0, -1), channels] : [shape[0]!, channels, ...shape.slice(2)];

function leafOf(
  { op, args }: Said,
  use: Use,
  written: readonly Arg[],
  inputs: readonly Shape[],
  outputs: readonly Shape[],
  to: Vocabulary,
): Leaf {
  const spelling = to.spellings.get(op)!;
  return {
    kind: "leaf",
    word: op,
    spelling,
    args: new Map([
      ...usualIn(spelling),
      ...args.map(({ word, text = "null" }) => [word, givenOf(word, text, use, written, spelling)] as const),
    ]),
    states: new Map(
      Object.entries<string>(spelling.states).map(([name, place]) => {
        const [port, axis] = place.split(".") as [string, string];
        const input = portsOf(spelling.op.inputs).findIndex((one) => one.name === port);
        const shape = inputs[input]!;
        return [name, { input, axis, size: (axis === "F" ? shape.at(-1) : shape[1]) ?? Number.NaN }];
      }),
    ),
    inputs,
    outputs,
  };
}

/** What holds where nothing is said. */
const usualIn = ({
  params,
  implied,
  layoutBy,
  op,
  ...spelling
}: Leaf["spelling"]): readonly (readonly [string, Given])[] =>
  Object.entries(params).flatMap(([param, about]) => {
    if (implied.includes(param) || param === layoutBy || about.default === undefined || follows(about.default))
      return [];
    return [
      [
        wordFor({ ...spelling, params, implied, op }, param),
        { value: about.default, usual: about.default, type: about.type },
      ] as const,
    ];
  });

/** A value with the expression that the file has for the same. */
function givenOf(word: string, text: string, use: Use, written: readonly Arg[], spelling: Leaf["spelling"]): Given {
  const value = valueIn(text);
  const type = spelling.params[spelling.parameters.get(word) ?? ""]?.type;
  const own = spelling.parameters.get(word);
  const formulas = written.flatMap(({ name, value: given }): { near: boolean; formula: string }[] => {
    const formula = formulaOf(given);
    const param = name === undefined ? undefined : use.spelling.parameters.get(name);
    if (formula === undefined || param === undefined || !same(use.args[param], value)) return [];
    // Numbers of channels are equal for a reason, small numbers may be by chance.
    const isSame = param === own || (!formula.startsWith("$(") && channels.test(param) && channels.test(own ?? ""));
    return isSame ? [{ near: param === own, formula }] : [];
  });
  const { formula } = formulas.find(({ near }) => near) ?? formulas[0] ?? {};
  return { value, ...(type && { type }), ...(formula !== undefined && { written: formula }) };
}

const channels = /channels|features|groups/;

/** Arguments that change what a border means. */
const told: ReadonlySet<string> = new Set(["count_include_pad", "padding_mode"]);

const entriesOf = (written: readonly Arg[]): readonly Entry[] =>
  written.flatMap(({ name, value }): Entry[] => {
    if (name === undefined || !told.has(name)) return [];
    const { span } = value;
    return [{ key: name, keySpan: span, value: { kind: "scalar", value: plainOf(value), span, plain: true } } as Entry];
  });

/** Nothing can be made of a number that is not known. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unsayable(say`${text} is no number that a program could have`);
  }
}
