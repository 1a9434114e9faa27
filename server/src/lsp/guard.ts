import { type CancellationToken, type Connection, ResponseError } from "vscode-languageserver";

type Handle<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** A request that fails is logged and answered with nothing, so that no document and no client can end the server. */
export const guard =
  ({ console }: Connection) =>
  <P, R>(what: string, nothing: R, handle: Handle<P, R>): ((params: P, token: CancellationToken) => Promise<R>) =>
  async (params, token) => {
    try {
      return await handle(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${what} of ${(JSON.stringify(params) ?? "nothing").slice(0, 500)} failed: ${reasonOf(error)}`);
      return nothing;
    }
  };
