import type { Outcome } from "../core/analysis";
import { tensorsOf } from "../core/axes";
import { add, type Dim, showShape } from "../core/dim";
import { inRow, type Message, say } from "../core/message";
import type { Sight } from "../core/op";
import { fillIn, follows, type Param } from "../core/param";
import { wordFor } from "../core/vocabulary";
import { again, argument, inputsIn, layoutIn, type Subject } from "./subject";

/** What comes out where somebody makes a mistake: the engine's answer to what they had in mind. */
export interface Slip {
  readonly outcome: Outcome;
  readonly why: Message;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An argument that is overlooked, or taken the other way. */
export function argumentSlips(subject: Subject): readonly Slip[] {
  const { spelling, args, vocabulary } = subject;
  return Object.entries(spelling.params).flatMap(([name, param]): readonly Slip[] => {
    if (param.default === undefined && !param.type.optional) return [];
    const word = wordFor(spelling, name);
    const { [name]: own, ...others } = args;
    const usual = fillIn(spelling.params, others)[name];
    const slips: Slip[] = [];
    const put = (value: unknown, why: (told: Message) => Message) => {
      const changed = { ...args, [name]: value };
      const outcome = again(subject, changed);
      if (outcome) slips.push({ outcome, why: why(worked(subject, changed, outcome)) });
    };
    const shown = (value: unknown): string => shownAs(param, value);
    const written = (value: string): string => `\`${argument(vocabulary, word, value)}\``;
    if (!same(own, usual)) put(usual, (how) => say`${written(shown(own))} is left out${how}`);
    else if (typeof own === "boolean") put(!own, (how) => say`That is with ${written(String(!own))}${how}`);
    else if (follows(param.default) && isSizes(own))
      put(
        own.map(() => 1),
        (how) => say`${`\`${word}\``} is ${shown(own)} where it is not written, not 1${how}`,
      );
    return slips;
  });
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "number");
const shownAs = ({ type }: Param<any>, value: unknown): string => type.show(value).replace(/^"(\w+)"$/, "$1");

/** How the sizes come about in a call: `: ⌊(28 + 2·0 − 5) / 1⌋ + 1 = 24`. */
function worked(subject: Subject, args: Subject["args"], outcome: Outcome): Message {
  if (same(outcome.outputs.map(showShape), subject.outcome.outputs.map(showShape))) return say``;
  const lines = linesOf(subject, args, outcome);
  return lines.length ? say`: ${inRow(lines)}` : say``;
}

export function linesOf(subject: Subject, args = subject.args, { outputs } = subject.outcome): readonly Message[] {
  const { op } = subject.spelling;
  const given = tensorsOf(op.outputs, outputs, layoutIn(subject));
  return op.unfold?.(inputsIn(subject), args, given) ?? [];
}

interface Slide {
  readonly axis: string;
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
}

/** The windows of the call by axis, where they slide over numbers. */
export function slidesOf(subject: Subject): readonly Slide[] {
  const inputs = inputsIn(subject);
  const reach = subject.spelling.op.reach?.(inputs, subject.args);
  if (!reach || reach === "everything") return [];
  const [x] = Object.values(inputs);
  return Object.entries(reach).flatMap(([axis, sight]: [string, Sight]): readonly Slide[] => {
    const size = x[axis] as Dim | undefined;
    if (sight.kind !== "window" || typeof size !== "number" || typeof sight.pad !== "number") return [];
    const { kernel, stride, pad } = sight;
    return [{ axis, size, kernel, stride, pad }];
  });
}

/** What is got wrong of a window that slides: one border for two, up for down, and the first window itself. */
export function windowSlips(subject: Subject): readonly Slip[] {
  const slides = slidesOf(subject);
  const [first] = slides;
  if (!first) return [];
  const { args } = subject;
  const slips: Slip[] = [];
  const put = (by: (slide: Slide) => number, changed: Subject["args"], why: Message) => {
    const outcome = again(subject, changed, stretched(subject, slides, by));
    if (outcome) slips.push({ outcome, why });
  };
  const { size, kernel, stride, pad } = first;
  const padding = args["padding"];
  if (pad > 0 && isSizes(padding))
    put(
      (slide) => slide.pad,
      { ...args, padding: padding.map(() => 0) },
      say`The padding of ${pad} is counted once, but there is a border on both sides: ${size} + 2·${pad}`,
    );
  const rest = (size + 2 * pad - kernel) % stride;
  if (rest > 0)
    put(
      (slide) => slide.stride - 1,
      args,
      say`That is rounded up; the ${rest} px behind the last window are too few for another step of ${stride}`,
    );
  if ((kernel > 1 || stride > 1) && typeof padding !== "string")
    put((slide) => -slide.stride, args, say`The + 1 is missing: the first window stands there before any step`);
  if (kernel > 1 && stride === 1 && pad === 0)
    put(
      (slide) => slide.kernel - 1,
      args,
      say`Without padding a window of ${kernel} does not fit at the edges, so that ${kernel - 1} of ${size} are lost`,
    );
  return slips;
}

/** The inputs of the call with other sizes along the axes that windows slide over. */
function stretched(subject: Subject, slides: readonly Slide[], by: (slide: Slide) => number) {
  const inputs = inputsIn(subject);
  const [port, x] = Object.entries(inputs)[0]!;
  const sizes = Object.fromEntries(slides.map((slide) => [slide.axis, add(slide.size, by(slide))]));
  return { ...inputs, [port]: { ...x, ...sizes } };
}
