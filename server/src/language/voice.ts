import { english, type Voice } from "../core/voice";
import { keyOf } from "./key";

/** English templates with numbered gaps, and fixed texts, or the keys that stand for them, each with what is said for it. */
export type Translations = { readonly [text: string]: string };

/** Tells what it has a translation of in the other language, and the rest in English. */
export function voiceOf(translations: Translations | undefined): Voice {
  if (!translations) return english;
  const known = new Map(Object.entries(translations));
  return { translate: (text) => known.get(keyOf(text)) || known.get(text) || undefined };
}

/** Whatever a client or a file holds; what is no text is left out. */
export function translationsIn(value: unknown): Translations | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string" && text));
}
