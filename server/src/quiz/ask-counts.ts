import { ofMacs, ofParameters } from "../analysis/arithmetic";
import { type Outcome, parametersOf, type Step, weightsOf } from "../core/analysis";
import { portsOf } from "../core/axes";
import { image } from "../core/batch";
import { add, type Dim, isExact, isKnown, mul } from "../core/dim";
import { thousands } from "../core/figures";
import type { Graph } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Voice } from "../core/voice";
import type { Mistake } from "../deck/typed";
import { keyOf, scene } from "./ask-shape";
import { asCount, type Draft } from "./made-up";
import { argumentSlips } from "./slips";
import { again, inputsIn, type Subject } from "./subject";

const plain = (count: Dim): number | undefined =>
  typeof count === "number" && isKnown(count) && isExact(count) ? count : undefined;
const figure = (count: Dim): string => thousands(String(count));
const graphOf = ({ vocabulary }: Subject) => ({ vocabulary }) as Graph;

const parametersIn = (subject: Subject, { counts }: Outcome): number | undefined =>
  plain(parametersOf(counts, graphOf(subject)));

/** How many parameters has it? */
export function askParameters(subject: Subject, deck: Draft["deck"], voice: Voice): Draft | undefined {
  const right = parametersIn(subject, subject.outcome);
  if (!right) return undefined;
  const how = ofParameters(subject.step as Step, graphOf(subject));
  const slips = changes(subject, (outcome) => parametersIn(subject, outcome));
  return {
    deck,
    asks: ["parameters", ...keyOf(subject)],
    prompt: say`${scene(subject)} How many parameters has it?`,
    ...asCount(
      right,
      [...withoutParts(subject, right), ...slips, ...moving(subject, right), ...asMacs(subject)],
      voice,
    ),
    ...explained(how, right),
    tags: ["counting"],
    operators: [subject.spelling.op.name],
  };
}

/** How many multiply-accumulates does it take? */
export function askMacs(subject: Subject, deck: Draft["deck"], voice: Voice): Draft | undefined {
  const right = plain(subject.outcome.macs);
  if (!right) return undefined;
  const slips = changes(subject, ({ macs }) => plain(macs));
  const parameters = parametersIn(subject, subject.outcome) ?? 0;
  const biased = subject.outcome.weights.some(({ name }) => name.endsWith("bias"));
  const values = plain(mul(...image(subject.outcome.outputs[0]!))) ?? 0;
  const others: readonly Mistake<number>[] = [
    ...(parameters ? [{ value: parameters, why: parametersForMacs(parameters, right) }] : []),
    { value: 2 * right, why: say`That counts multiplications and additions apart; one MAC is both` },
    ...(biased
      ? [
          {
            value: right + values,
            why: say`That counts ${figure(values)} additions of a bias, which are no multiplications`,
          },
        ]
      : []),
  ];
  return {
    deck,
    asks: ["macs", ...keyOf(subject)],
    prompt: say`${scene(subject)} How many multiply-accumulates (MACs) does it take for one image?`,
    ...asCount(right, [...slips, ...others], voice),
    ...explained(ofMacs(subject.step as Step), right),
    tags: ["counting"],
    operators: [subject.spelling.op.name],
  };
}

const explained = (how: string | undefined, right: number): { readonly explanation?: Message } =>
  how === undefined ? {} : { explanation: say`${how} = ${figure(right)}` };

/** What the engine counts where an argument is overlooked, or the input has one channel instead of many. */
function changes(subject: Subject, count: (outcome: Outcome) => number | undefined): readonly Mistake<number>[] {
  // Without weights nothing is told of how the channels enter.
  const axes = subject.outcome.counts.trainable === 0 ? [] : [...axesOf(subject)];
  const narrowed = axes.flatMap(([axis, size]) => {
    const inputs = inputsIn(subject);
    const [port, x] = Object.entries(inputs)[0]!;
    const outcome = Array.isArray(x)
      ? undefined
      : again(subject, subject.args, { ...inputs, [port]: { ...x, [axis]: 1 } });
    const why =
      axis === "C"
        ? say`That leaves out that ${size} channels are read, and counts as for one`
        : say`That leaves out that ${size} values are read, and counts as for one`;
    return outcome ? [{ outcome, why }] : [];
  });
  return [...narrowed, ...argumentSlips(subject)].flatMap(({ outcome, why }) => {
    const value = count(outcome);
    return value ? [{ value, why }] : [];
  });
}

/** Channels or features that are read, by the name of their axis. */
function* axesOf(subject: Subject): Generator<readonly [axis: string, size: number]> {
  const [x] = Object.values(inputsIn(subject));
  const [port] = portsOf(subject.spelling.op.inputs);
  for (const axis of port?.axes.split(" ") ?? [])
    if ((axis === "C" || axis === "F") && typeof x[axis] === "number" && x[axis] > 1) yield [axis, x[axis]];
}

/** Weights of one name, such as all biases, left out of the count. */
function withoutParts(subject: Subject, right: number): readonly Mistake<number>[] {
  const { countsState } = subject.vocabulary;
  const byName = new Map<string, Dim>();
  for (const { name, dims, kind } of weightsOf(subject.outcome)) {
    const last = name.split(/[./]/).at(-1)!;
    if (kind !== "state" || countsState) byName.set(last, add(byName.get(last) ?? 0, mul(...dims)));
  }
  if (byName.size < 2) return [];
  // The smallest is the one that people forget.
  return [...byName]
    .flatMap(([name, dims]) => (plain(dims) ? [{ name, count: plain(dims)! }] : []))
    .sort((a, b) => a.count - b.count)
    .slice(0, byName.size > 2 ? 2 : 1)
    .map(({ name, count }) => ({
      value: right - count,
      why: say`That leaves out ${`\`${name}\``}, which has ${figure(count)}`,
    }));
}

/** Moving statistics, which some frameworks count and others keep apart. */
function moving(subject: Subject, right: number): readonly Mistake<number>[] {
  const { title, countsState } = subject.vocabulary;
  const state = plain(subject.outcome.counts.state);
  if (!state) return [];
  return countsState
    ? [{ value: right - state, why: say`That leaves out ${figure(state)} moving statistics, which ${title} counts` }]
    : [
        {
          value: right + state,
          why: say`That counts ${figure(state)} moving statistics, which are no parameters in ${title}`,
        },
      ];
}

const parametersForMacs = (parameters: number, macs: number): Message =>
  macs > parameters
    ? say`That is the number of parameters; each is used at many positions`
    : say`That is the number of parameters, not of multiplications`;

function asMacs({ outcome }: Subject): readonly Mistake<number>[] {
  const macs = plain(outcome.macs);
  return macs
    ? [{ value: macs, why: say`That is the number of MACs: a weight is used at every position, but is there once` }]
    : [];
}
