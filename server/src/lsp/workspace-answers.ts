import type { CancellationToken, Connection } from "vscode-languageserver";
import { diagnostics } from "../features/diagnostics";
import { noStatus, status } from "../features/status";
import type { Client } from "./client";
import type { ClosedModels } from "./closed-models";
import type { Documents } from "./documents";
import { guard } from "./guard";

declare const VERSION: string;

/** A text that is not open in the editor, and where it lies. */
interface Closed {
  readonly uri: string;
  readonly text: string;
}

/** What is asked of files that are not open, and of the server itself; in the words of `docs/protocol.md`. */
export function answerWorkspace(
  connection: Connection,
  client: Client,
  documents: Documents,
  closed: ClosedModels,
): void {
  const safely = guard(connection);

  connection.onRequest(
    "convlint/check",
    safely("check", { diagnostics: [], status: noStatus }, async ({ uri, text }: Closed, token: CancellationToken) => {
      closed.told(uri, text);
      const { model, findings } = await documents.closed(uri, text, token);
      return {
        diagnostics: findings ? diagnostics(findings, { uri, ...client }) : [],
        status: model ? status(model) : noStatus,
      };
    }),
  );

  connection.onRequest("convlint/about", () => ({
    version: VERSION,
    ...place(),
    documents: documents.uris().length,
  }));
}

/** A worker in a browser has no process. */
const place = (): { readonly runtime: string; readonly process?: number } =>
  typeof process === "object" && process.versions?.node
    ? { runtime: `Node ${process.versions.node}, ${process.platform} ${process.arch}`, process: process.pid }
    : { runtime: "a worker in a browser" };
