// The extension on the desktop and in remote windows: the server is a process of its own.
import type { ExtensionContext } from "vscode";
import { type Api, activateWith, stop } from "./activate";

export function activate(context: ExtensionContext): Api {
  return activateWith(context, async ({ extensionUri }, options) => {
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
  });
}

export const deactivate = stop;
