import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import { hover } from "../features/hover";
import { inlayHints } from "../features/inlay-hints";
import { offsetAt, type Snapshot } from "../features/snapshot";
import { afterChange } from "./after-change";
import { capabilities } from "./capabilities";
import { type Client, clientOf } from "./client";
import { documents, type Page } from "./documents";
import { guard } from "./guard";
import { pull } from "./pull";
import { refresher } from "./refresh";
import { settingsRoom } from "./settings";

/** Answers one client until it goes away, whatever carries the messages. */
export function serve(connection: Connection): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params);
    answer(connection, client);
    return { capabilities: capabilities(client), serverInfo: { name: "convlint" } };
  });
  connection.listen();
}

type About = { readonly textDocument: TextDocumentIdentifier };

function answer(connection: Connection, client: Client): void {
  const safely = guard(connection);
  const settings = settingsRoom(connection, client);
  const after = afterChange(connection, client, () => open);
  const open = documents(connection, settings, after);

  /** A handler for models alone: any other document, and any failure, is answered with `nothing`. */
  const ofModel = <P extends About, R>(
    what: string,
    nothing: R,
    handle: (model: Snapshot, params: P, page: Page) => R,
  ) =>
    safely(what, nothing, async (params: P, token: CancellationToken) => {
      const page = await open.page(params.textDocument.uri, token);
      return page?.model ? handle(page.model, params, page) : nothing;
    });

  connection.languages.diagnostics.on(
    safely("diagnostics", { kind: "full", items: [] }, async ({ textDocument, previousResultId }, token) =>
      pull(await open.page(textDocument.uri, token), previousResultId, client),
    ),
  );
  connection.onHover(
    ofModel("hover", null, (model, { position }) => hover(model, offsetAt(model.lines, position), client) ?? null),
  );
  connection.languages.inlayHint.on(
    ofModel("inlay hints", [], (model, { range }, page) => (page.settings.hints ? inlayHints(model, range) : [])),
  );

  const refresh = refresher(connection, client);
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    open.forget();
    for (const uri of open.uris()) after.changed(uri);
    refresh("diagnostics", "hints", "lenses");
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: "convlint" });
  });
}
