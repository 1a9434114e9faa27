import { thousands } from "../core/figures";
import { type Message, render } from "../core/message";
import type { Voice } from "../core/voice";
import type { Question, Typed } from "../deck/question";
import { countTyped, type Mistake, shapeTyped } from "../deck/typed";
import { chanceOf, hashOf } from "./chance";

/** A question before it is put into words: what is asked decides its id, and its seed the order of the choices. */
export interface Draft {
  readonly deck: Question["deck"];
  /** What is asked, in words that never change. */
  readonly asks: readonly string[];
  readonly prompt: Message;
  readonly answer: Message;
  readonly explanation?: Message;
  readonly choices?: { readonly right: Message; readonly wrong: readonly Wrong[] };
  readonly typed?: Typed;
  /** The call with the answer in it, where that is an argument. */
  readonly call?: string;
  readonly model?: string;
  readonly tags: readonly string[];
  readonly operators: readonly string[];
}

export interface Wrong {
  readonly text: Message;
  readonly why: Message;
}

/** More would be read by nobody, and with fewer one guesses. */
const most = 3;
const least = 2;

export function madeUp(draft: Draft, voice: Voice, seed: number): Question {
  const { deck, asks, prompt, answer, explanation, choices, typed, model, tags, operators } = draft;
  const id = `${asks[0]}-${hashOf(asks.join("\n"))}`;
  const offered = choices && offer(choices, voice, seed ^ Number.parseInt(id.slice(-8), 16));
  return {
    id,
    deck,
    prompt: render(prompt, voice),
    answer: render(answer, voice),
    ...(explanation && { explanation: render(explanation, voice) }),
    ...(model !== undefined && { model }),
    ...(offered && { choices: offered }),
    ...(typed && { typed }),
    tags,
    operators,
    rules: [],
  };
}

/** No two that read alike; those that are named first are the likeliest mistakes. */
function offer({ right, wrong }: NonNullable<Draft["choices"]>, voice: Voice, seed: number): Question["choices"] {
  const text = render(right, voice);
  const seen = new Set([text]);
  const others = wrong.flatMap((one) => {
    const told = render(one.text, voice);
    if (seen.has(told)) return [];
    seen.add(told);
    return [{ text: told, right: false, why: render(one.why, voice) }];
  });
  if (others.length < least) return undefined;
  return chanceOf(seed).shuffled([{ text, right: true }, ...others.slice(0, most)]);
}

type Asked = Pick<Draft, "answer" | "choices" | "typed">;

const figure = (count: number): Message => ({ words: [thousands(String(count))], values: [] });
const shape = (sizes: readonly number[]): Message => ({ words: ["", ""], values: [sizes] });

/** Mistakes that lead to another result than the right one, the first of those that lead to the same. */
function apart<T>(right: T, mistakes: readonly Mistake<T>[]): readonly Mistake<T>[] {
  const seen = new Set([String(right)]);
  return mistakes.filter(({ value }) => !seen.has(String(value)) && seen.add(String(value)));
}

/** A number, chosen or typed. */
export function asCount(right: number, mistakes: readonly Mistake<number>[], voice: Voice): Asked {
  const all = apart(right, mistakes).filter(({ value }) => Number.isSafeInteger(value) && value >= 0);
  const wrong = all.map(({ value, why }) => ({ text: figure(value), why }));
  return { answer: figure(right), choices: { right: figure(right), wrong }, typed: countTyped(right, all, voice) };
}

/** A shape of one image, chosen or typed. */
export function asShape(
  right: readonly number[],
  mistakes: readonly Mistake<readonly number[]>[],
  voice: Voice,
): Asked {
  const all = apart(right, mistakes).filter(({ value }) =>
    value.every((size) => Number.isSafeInteger(size) && size > 0),
  );
  const wrong = all.map(({ value, why }) => ({ text: shape(value), why }));
  return { answer: shape(right), choices: { right: shape(right), wrong }, typed: shapeTyped(right, all, voice) };
}
