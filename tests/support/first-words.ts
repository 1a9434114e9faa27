import assert from "node:assert/strict";
import { deck, uri } from "./conversation";

const open = {
  jsonrpc: "2.0",
  method: "textDocument/didOpen",
  params: { textDocument: { uri, languageId: "yaml", version: 3, text: deck } },
};
const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { processId: null, rootUri: null, capabilities: {} },
};

/** Sends the beginning of a conversation and gives what is published for the model. */
export async function converse(
  send: (message: object) => void,
  messages: AsyncIterable<readonly unknown[]>,
): Promise<{ readonly version: number; readonly diagnostics: readonly { readonly code: string }[] }> {
  send(initialize);
  for await (const [message] of messages) {
    const { id, method, params } = message as { id?: number; method?: string; params: any };
    if (id === 1) for (const next of [{ jsonrpc: "2.0", method: "initialized", params: {} }, open]) send(next);
    if (method === "textDocument/publishDiagnostics") return params;
    if (method === "window/logMessage" && params.type === 1) throw new Error(params.message);
  }
  throw new Error("the server went away");
}

export function published({ version, diagnostics }: Awaited<ReturnType<typeof converse>>): void {
  assert.equal(version, 3);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["stated-size"],
  );
}
