import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
} from "vscode-languageserver";
import type { Client } from "./client";

const requests = {
  diagnostics: DiagnosticRefreshRequest.type,
  hints: InlayHintRefreshRequest.type,
  lenses: CodeLensRefreshRequest.type,
} as const;

/** Asks the client to ask again; one that cannot be asked does so by itself with the next change. */
export const refresher =
  (connection: Connection, { refreshes }: Client) =>
  (...what: readonly (keyof typeof requests)[]): void => {
    for (const one of what.filter((one) => refreshes[one]))
      connection
        .sendRequest(requests[one])
        .catch((error) => connection.console.warn(`${one} are not asked for again: ${error}`));
  };
