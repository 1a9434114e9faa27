/** The command was used wrongly: one line says how, and the exit status is 2. */
export class UsageError extends Error {}

/** Where a run reads from and writes to; tests and pipes bring their own. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly isTerminal: boolean;
}

/** Standard input has a name where it is read, and only there. */
export function stdinFor(words: readonly string[], name: string | undefined): void {
  if (words.includes("-") && name === undefined)
    throw new UsageError("standard input has no name: give it one with --stdin-path");
  if (name !== undefined && !words.includes("-"))
    throw new UsageError("--stdin-path names standard input, which is read where `-` stands among the files");
}
