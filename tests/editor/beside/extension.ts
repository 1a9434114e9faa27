// Stands in for the YAML extension: its id, and the language server that it runs, with nothing around it.
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** Where the server lies, since this file is copied to where extensions are installed. */
declare const YAML_SERVER: string;

let client: LanguageClient | undefined;

export async function activate(): Promise<void> {
  client = new LanguageClient(
    "yaml",
    "YAML",
    { module: YAML_SERVER, transport: TransportKind.ipc },
    { documentSelector: [{ language: "yaml" }], synchronize: { configurationSection: ["yaml"] } },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
