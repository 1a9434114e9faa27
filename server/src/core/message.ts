import { type Dim, type Shape, showDim, showShape } from "./dim";
import { spoken, spokenShape } from "./spoken";
import { english, type Voice } from "./voice";
import type { Written } from "./written";

/** What stands in a gap of a message: text, a size, a shape, an argument with its value, or a message of its own. */
export type Part = string | Dim | Shape | Setting | Message;

/** An argument with a value, which ways of writing models write in different ways: `padding: 2`, `padding=2`. */
export interface Setting {
  readonly word: string;
  /** A message of fixed words where it is no value but the text of one. */
  readonly value: string | Dim | Shape | Message;
  /** The way that is not that of YAML. */
  readonly written?: Written;
}

export const setting = (word: string, value: Setting["value"]): Setting => ({ word, value });

/**
 * A sentence for a person: a template and the values in its gaps, never a finished string. The
 * template is what a translation is looked up by, so names of operators and arguments are values.
 */
export interface Message {
  readonly words: readonly string[];
  readonly values: readonly Part[];
}

export const say = (words: TemplateStringsArray, ...values: readonly Part[]): Message => ({ words, values });

/** A message of fixed words that come from elsewhere, such as the YAML parser. */
export const verbatim = (text: string): Message => ({ words: [text], values: [] });

/** Tells a message from what else a function may give. */
export const isMessage = (value: object): value is Message => "words" in value && "values" in value;

export const empty: Message = { words: [""], values: [] };

/** The template with numbered gaps: `{0} channels cannot be split into {1} groups`. */
export const templateOf = ({ words }: Message): string =>
  words.map((word, i) => (i ? `{${i - 1}}${word}` : word)).join("");

/** The sentence as it is told to somebody. */
export function render(message: Message, voice: Voice = english): string {
  const text = filled(message, voice);
  return voice.plain ? spoken(text, voice) : text;
}

function filled(message: Message, voice: Voice): string {
  const show = (i: number): string => showPart(message.values[i]!, voice);
  const translated = voice.translate?.(templateOf(message));
  if (translated !== undefined) return translated.replace(/\{(\d+)\}/g, (_, i: string) => show(Number(i)));
  return message.words.map((word, i) => (i ? show(i - 1) + word : word)).join("");
}

function showPart(part: Part, voice: Voice): string {
  if (typeof part === "string") return part;
  if (typeof part === "number") return showDim(part);
  if ("word" in part) return showSetting(part, voice);
  if ("words" in part) return filled(part, voice);
  if (!Array.isArray(part)) return showDim(part as Dim);
  return voice.plain ? spokenShape(part, voice) : showShape(part);
}

function showSetting({ word, value, ...setting }: Setting, voice: Voice): string {
  const written = setting.written ?? voice.written;
  const shown = showPart(value, voice);
  if (!written) return `${word}: ${shown}`;
  const text = shown === "true" || shown === "false" ? written[shown] : shown;
  // What is no number and no such value is a text.
  const isText = typeof value === "string" && text === shown && !/^-?[\d.]+$/.test(shown);
  return `${word}${written.assigns}${isText ? JSON.stringify(text) : text}`;
}

/** The same message with arguments as a language writes them. */
export const writtenIn = (written: Written, { words, values }: Message): Message => ({
  words,
  values: values.map((part) => {
    if (typeof part !== "object" || Array.isArray(part)) return part;
    if ("word" in part) return { ...part, written };
    return "words" in part ? writtenIn(written, part) : part;
  }),
});

/** Parts of one line: `448 parameters · 403,200 MACs`, with commas where it is read aloud. */
export const beside = (parts: readonly Message[], voice: Voice = english): Message =>
  parts.reduce((all, part) => (voice.plain ? say`${all}, ${part}` : say`${all} · ${part}`));

/** One sentence for one, another for any other number. */
export const plural = (count: number, one: Message, many: Message): Message => (count === 1 ? one : many);

/** `a, b, c`. */
export const inRow = (parts: readonly Message[]): Message =>
  parts.length ? parts.reduce((all, part) => say`${all}, ${part}`) : empty;

/** `a`, `a or b`, `a, b or c`. */
export const eitherOf = (parts: readonly Message[]): Message =>
  parts.length
    ? parts.reduce((all, part, i) => (i + 1 < parts.length ? say`${all}, ${part}` : say`${all} or ${part}`))
    : empty;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly Message[]): Message =>
  parts.reduce((all, part, i) => (i + 1 < parts.length ? say`${all}, ${part}` : say`${all} and ${part}`));
