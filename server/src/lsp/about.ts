import type { CancellationToken, Connection, TextDocumentIdentifier } from "vscode-languageserver";
import type { Snapshot } from "../features/snapshot";
import type { Documents, Page } from "./documents";
import { guard } from "./guard";

type About = { readonly textDocument: TextDocumentIdentifier };

/** Makes answers to requests about a model. Any other document, and any failure, is answered with nothing. */
export const aboutModels =
  (connection: Connection, documents: Documents) =>
  <P extends About, R>(what: string, nothing: R, answer: (model: Snapshot, params: P, page: Page) => R) =>
    guard(connection)(what, nothing, async (params: P, token: CancellationToken) => {
      const page = await documents.page(params.textDocument.uri, token);
      return page?.model ? answer(page.model, params, page) : nothing;
    });
