import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { connectionStrategy } from "./lsp/cancel";
import { serve } from "./lsp/connection";

/** The worker this runs in; the types of a page and of Node do not know it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Talks over the messages of a web worker. There is no disk: the client reads for it, or files count only while they are open. */
export function startServer(): void {
  serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), { connectionStrategy }), {
    read: () => undefined,
    python: () => [],
  });
}
