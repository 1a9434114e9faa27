import { type Message, render, say } from "../core/message";
import { english, type Voice } from "../core/voice";
import type { Spoken } from "./language";
import { Told } from "./told";
/** The command was used wrongly: one line says how, and the exit status is 2. */
export class UsageError extends Told {}

/** Where a run reads from and writes to; tests and pipes bring their own. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly isTerminal: boolean;
  /** In which language; English where nothing is said. */
  readonly spoken?: Spoken;
}

/** How a person is spoken to. */
export const voiceIn = ({ spoken }: Streams): Voice => spoken?.voice ?? english;

/** How it is said to scripts. */
export const voiceForScripts = ({ spoken }: Streams): Voice => spoken?.forScripts ?? english;

/** Something that could not be done, beside all that can be; it is said on standard error. */
export const complainTo = (streams: Streams, file: string, reason: Message): void =>
  void streams.err.write(`convlint: ${file}: ${render(reason, voiceIn(streams))}\n`);

/** Standard input has a name where it is read, and only there. */
export function stdinFor(words: readonly string[], name: string | undefined): void {
  if (words.includes("-") && name === undefined)
    throw new UsageError(say`standard input has no name: give it one with --stdin-path`);
  if (name !== undefined && !words.includes("-"))
    throw new UsageError(say`--stdin-path names standard input, which is read where \`-\` stands among the files`);
}
