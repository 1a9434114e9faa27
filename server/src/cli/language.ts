import { english, type Voice } from "../core/voice";
import { choices, languageOf, localeIn } from "../language/locale";
import { translationsOnDisk } from "../language/on-disk";
import { voiceOf } from "../language/voice";
import { oneOf } from "./options";

/** The variables of a shell. */
export type Environment = { readonly [name: string]: string | undefined };

export interface Spoken {
  /** For whoever looks at a terminal. */
  readonly voice: Voice;
  /** For scripts, which get English on every machine, unless a language was asked for. */
  readonly forScripts: Voice;
}

export const inEnglish: Spoken = { voice: english, forScripts: english };

/** The language that `--lang` asks for, wherever it stands, else that of the shell; the words are left without it. */
export function spokenIn(
  args: readonly string[],
  environment: Environment,
): { readonly args: readonly string[]; readonly spoken: Spoken } {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const at = args.findIndex((word, i) => i < end && /^--lang(=|$)/.test(word));
  if (at < 0) {
    const language = languageOf(localeIn(environment));
    const voice = language ? voiceOf(translationsOnDisk(language)) : english;
    return { args, spoken: { voice, forScripts: english } };
  }
  const [, inWord] = args[at]!.split("=");
  const word = inWord ?? args[at + 1];
  // Without a value it stays, and is told of like any other.
  if (word === undefined) return { args, spoken: inEnglish };
  const language = languageOf(word) ?? oneOf("lang", word, choices);
  const voice = language === undefined || language === "en" ? english : voiceOf(translationsOnDisk(language));
  const rest = [...args.slice(0, at), ...args.slice(at + (inWord === undefined ? 2 : 1))];
  return { args: rest, spoken: { voice, forScripts: voice } };
}
