import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { afterChange } from "./after-change";
import { answerModels } from "./answers";
import { capabilities } from "./capabilities";
import { type Client, clientOf } from "./client";
import { commands } from "./commands";
import { documents } from "./documents";
import { guard } from "./guard";
import { pull } from "./pull";
import { refresher } from "./refresh";
import { settingsRoom } from "./settings";

/** Answers one client until it goes away, whatever carries the messages. */
export function serve(connection: Connection): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params);
    converse(connection, client);
    return { capabilities: capabilities(client), serverInfo: { name: "convlint" } };
  });
  connection.listen();
}

function converse(connection: Connection, client: Client): void {
  const safely = guard(connection);
  const refresh = refresher(connection, client);
  const settings = settingsRoom(connection, client);
  const after = afterChange(connection, client, () => open);
  const open = documents(connection, settings, after);
  answerModels(connection, client, open);

  connection.languages.diagnostics.on(
    safely("diagnostics", { kind: "full", items: [] }, async ({ textDocument, previousResultId }, token) =>
      pull(await open.page(textDocument.uri, token), previousResultId, client),
    ),
  );
  const looked = (uri: string): void => {
    after.changed(uri);
    refresh("hints", "lenses");
  };
  connection.onExecuteCommand(safely("command", null, commands(open, looked)));

  connection.onDidChangeConfiguration(() => {
    settings.forget();
    open.forget();
    for (const uri of open.uris()) after.changed(uri);
    refresh("diagnostics", "hints", "lenses");
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "convlint" });
  });
}
