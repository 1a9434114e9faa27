import type { Written } from "./written";

/** How sentences are told to a person: in which language, in which signs. */
export interface Voice {
  /** The words of a language for a template or a fixed text; nothing where it has none, and then English is told. */
  readonly translate?: (template: string) => string | undefined;
  /** In words that can be read aloud, without signs. */
  readonly plain?: true;
  /** How arguments are written in the file that is told of. */
  readonly written?: Written;
  /** Where the channels of an image stand; without it no axis is called so. */
  readonly channels?: "first" | "last";
}

/** As everything is written here. */
export const english: Voice = {};

/** A fixed text, such as the summary of an operator. */
export const told = (text: string, { translate }: Voice): string => translate?.(text) ?? text;
