import { type ConnectionStrategy, LSPErrorCodes, Message } from "vscode-languageserver";

/** A request that is given up before its turn costs nothing: it is answered without being looked at. */
export const connectionStrategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    Message.isRequest(message)
      ? { jsonrpc: "2.0", id: message.id, error: { code: LSPErrorCodes.RequestCancelled, message: "cancelled" } }
      : undefined,
};
