import { ordered, portsOf, tensorsOf } from "../core/axes";
import { image } from "../core/batch";
import { inRow, listed, type Message, say } from "../core/message";
import type { Voice } from "../core/voice";
import type { Mistake } from "../deck/typed";
import { asShape, type Draft } from "./made-up";
import { argumentSlips, linesOf, type Slip, windowSlips } from "./slips";
import { callOf, layoutIn, type Subject, shown, sizesIn } from "./subject";

/** What a call reads, in words that never change. */
export const keyOf = (subject: Subject, call = callOf(subject)): readonly string[] => [
  subject.vocabulary.id,
  call,
  subject.shapes.map(shown).join(" "),
];

/** `Conv2d: { … } reads [3, 32, 32].` */
export function scene(subject: Subject, call = callOf(subject)): Message {
  const { label, vocabulary, shapes } = subject;
  const reads = listed(shapes.map((shape) => say`${shown(shape)}`));
  return label === undefined
    ? say`In ${vocabulary.title}, ${`\`${call}\``} reads ${reads}.`
    : say`Layer ${`\`${label}\``}, ${`\`${call}\``}, reads ${reads}.`;
}

/** Which shape does it give? */
export function askShape(subject: Subject, deck: Draft["deck"], voice: Voice): Draft | undefined {
  const right = sizesIn(subject.outcome.outputs[0]!);
  if (!right) return undefined;
  const slips = [...windowSlips(subject), ...argumentSlips(subject)].flatMap(({ outcome, why }: Slip) => {
    const value = outcome.outputs.length === 1 ? sizesIn(outcome.outputs[0]!) : undefined;
    return value ? [{ value, why }] : [];
  });
  const lines = linesOf(subject);
  return {
    deck,
    asks: ["shape", ...keyOf(subject)],
    prompt: say`${scene(subject)} Which shape does it give?`,
    ...asShape(right, [...slips, ...turned(subject), ...kept(subject, right)], voice),
    ...(lines.length && { explanation: inRow(lines) }),
    tags: ["sizes"],
    operators: [subject.spelling.op.name],
  };
}

/** The same with the channels at the other end. */
function turned(subject: Subject): readonly Mistake<readonly number[]>[] {
  const { spelling, outcome, vocabulary } = subject;
  const layout = layoutIn(subject);
  const axes = portsOf(spelling.op.outputs)[0]!.axes;
  if (!axes.split(" ").includes("C")) return [];
  const [y] = Object.values(tensorsOf(spelling.op.outputs, outcome.outputs, layout));
  const value = image(ordered(axes, y, layout === "channels-first" ? "channels-last" : "channels-first"));
  const why =
    layout === "channels-first"
      ? say`That puts the channels last; in ${vocabulary.title} they stand first`
      : say`That puts the channels first; in ${vocabulary.title} they stand last here`;
  return [{ value: value as readonly number[], why }];
}

/** What is read, as a whole or in part, where the call changes it. */
function kept(subject: Subject, right: readonly number[]): readonly Mistake<readonly number[]>[] {
  const read = sizesIn(subject.shapes[0]!)!;
  if (read.length !== right.length || read.length < 2) return [{ value: read, why: say`That is what it reads` }];
  const at = layoutIn(subject) === "channels-last" ? read.length - 1 : 0;
  const put = (base: readonly number[], by: readonly number[]) => base.map((size, i) => (i === at ? by[i]! : size));
  return [
    {
      value: put(right, read),
      why: say`${read[at]!} is what it reads in the place of the ${right[at]!} that it gives`,
    },
    { value: put(read, right), why: say`The sides stay as they were read; this layer changes them` },
    { value: read, why: say`That is what it reads` },
  ];
}
