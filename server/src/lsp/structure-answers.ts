import type { Connection, ServerCapabilities } from "vscode-languageserver";
import { feeders, layersAt, readersOf } from "../features/call-hierarchy";
import { documentLinks, type Pages } from "../features/document-links";
import { documentSymbols, flatSymbols } from "../features/document-symbols";
import { folding } from "../features/folding";
import { offsetAt, type Snapshot } from "../features/snapshot";
import { workspaceSymbols } from "../features/workspace-symbols";
import { aboutModels } from "./about";
import type { Client } from "./client";
import type { ClosedModels } from "./closed-models";
import type { Documents } from "./documents";
import { guard } from "./guard";
import { pathOf } from "./uri";

export const structureCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  callHierarchyProvider: true,
};

/** What a model is made of, and what is connected to what. */
export function answerStructure(
  connection: Connection,
  client: Client,
  documents: Documents,
  closed: ClosedModels,
): void {
  const on = aboutModels(connection, documents);
  const safely = guard(connection);
  const { docs, pagesScheme, leaves } = client;
  const made = (id: string): string | undefined => (pagesScheme === undefined ? undefined : `${pagesScheme}:/${id}.md`);
  const pages: Pages = {
    rule: (id) => made(id) ?? (docs === undefined ? undefined : `${docs}docs/rules/${id}.md`),
    operator: made,
  };

  connection.onDocumentSymbol(
    on("symbols", [], (model, _, { uri }) => {
      if (leaves(uri, "outline")) return [];
      const symbols = documentSymbols(model);
      return client.nestedSymbols ? symbols : flatSymbols(symbols, uri);
    }),
  );
  connection.onFoldingRanges(
    on("folding", null, (model, _, { uri }) => (leaves(uri, "folding") ? null : folding(model))),
  );
  connection.onDocumentLinks(on("links", [], (model) => documentLinks(model, pages)));
  connection.onWorkspaceSymbol(
    safely("workspace symbols", [], async ({ query }, token) => {
      const open: { readonly uri: string; readonly model: Snapshot }[] = [];
      for (const uri of documents.uris()) {
        const page = await documents.page(uri, token);
        if (page?.model) open.push({ uri, model: page.model });
      }
      // What is open counts as it is written, also while it is no model for the moment.
      const paths = new Set(documents.uris().map(pathOf));
      return workspaceSymbols(open, query, await closed.symbols((path) => paths.has(path), token));
    }),
  );

  const hierarchy = connection.languages.callHierarchy;
  hierarchy.onPrepare(
    on("call hierarchy", null, (model, { position }, { uri }) => {
      const items = layersAt(model, uri, offsetAt(model.lines, position));
      return items.length ? items : null;
    }),
  );
  type Follow<R> = (model: Snapshot, uri: string, at: number) => R;
  const following = <R>(what: string, follow: Follow<R[]>) =>
    safely(what, [] as R[], async ({ item: { uri, data } }: { item: { uri: string; data?: unknown } }, token) => {
      const { at } = (data ?? {}) as { at?: unknown };
      const page = await documents.page(uri, token);
      return page?.model && typeof at === "number" ? follow(page.model, page.uri, at) : [];
    });
  hierarchy.onIncomingCalls(following("feeders", feeders));
  hierarchy.onOutgoingCalls(following("readers", readersOf));
}
