import { Uri } from "vscode";
import type { NewClient } from "./session";

/** The part of the browser's own class that is used here; the types of Node, which the rest needs, do not have it. */
declare class Worker {
  constructor(url: string, options: { name: string });
  terminate(): void;
}

/** In the browser the server is a web worker. */
export const inWorker: NewClient = async ({ extensionUri }, options) => {
  // Loaded only now: most windows never open a model, and the client is most of this bundle.
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient, RevealOutputChannelOn } = await import(
    "vscode-languageclient/browser"
  );
  const script = new URL(Uri.joinPath(extensionUri, "dist/web/server.js").toString(true)).href;
  let worker: Worker | undefined;
  // Reader and writer are made here: the editor's worker host has a Worker of its own making, which the client does
  // not know for one.
  const server = async () => {
    worker?.terminate(); // of before a restart: unlike a process, a worker does not end by itself
    // The editor wraps the script in one of its own: by its name only does the worker learn where its files are.
    worker = new Worker(script, { name: script });
    const port = worker as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  };
  return new LanguageClient("convlint", "ConvLint", server, {
    ...options,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
};
