/** The command was used wrongly: one line says how, and the exit status is 2. */
export class UsageError extends Error {}

/** Where a run reads from and writes to; tests and pipes bring their own. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly isTerminal: boolean;
}
