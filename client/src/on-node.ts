import type { NewClient } from "./session";

/** On the desktop and in remote windows the server is a process of its own. */
export const onNode: NewClient = async ({ extensionUri }, options) => {
  // Loaded only now: most windows never open a model, and the client is most of this bundle.
  const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import("vscode-languageclient/node");
  const module = `${extensionUri.fsPath}/dist/server.js`;
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    "convlint",
    "ConvLint",
    { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
    { ...options, revealOutputChannelOn: RevealOutputChannelOn.Never },
  );
};
