import type { SymbolInformation } from "vscode-languageserver-types";
import { documentSymbols, flatSymbols } from "./document-symbols";
import type { Snapshot } from "./snapshot";

/** Nobody reads more of them. */
const most = 500;

/** What is called like the query in some document: all letters of it in their order, as editors look for files. */
export function workspaceSymbols(
  documents: readonly { readonly uri: string; readonly model: Snapshot }[],
  query: string,
): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s/g, "");
  return documents
    .flatMap(({ uri, model }) => flatSymbols(documentSymbols(model), uri, uri.slice(uri.lastIndexOf("/") + 1)))
    .filter(({ name }) => hasInOrder(name.toLowerCase(), wanted))
    .slice(0, most);
}

function hasInOrder(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at++;
  return at >= wanted.length;
}
