import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Lines } from "../core/lines";
import type { Name } from "../core/name";
import { documentSymbols, flatSymbols } from "./document-symbols";
import { rangeOf, type Snapshot } from "./snapshot";

/** Nobody reads more of them. */
const most = 500;

/**
 * What is called like the query in some document: all letters of it in their order, as editors look for files.
 * `closed` is what else there is.
 */
export function workspaceSymbols(
  documents: readonly { readonly uri: string; readonly model: Snapshot }[],
  query: string,
  closed: readonly SymbolInformation[] = [],
): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s/g, "");
  return documents
    .filter(({ model }) => !model.isProgram)
    .flatMap(({ uri, model }) => [modelOf(uri), ...flatSymbols(documentSymbols(model), uri, fileOf(uri))])
    .concat(closed)
    .filter(({ name }) => hasInOrder(name.toLowerCase(), wanted))
    .slice(0, most);
}

/** A model that is not open, with what has a name in it. */
export function closedSymbols(uri: string, lines: Lines, names: readonly Name[]): readonly SymbolInformation[] {
  const given = names.filter(({ whole, fixed }) => whole && !fixed);
  const blocks = given.filter(({ kind }) => kind === "block");
  return [
    modelOf(uri),
    ...given.flatMap(({ name, kind, span, whole }) => {
      if (kind !== "block" && kind !== "layer" && kind !== "input") return [];
      const block = blocks.find((one) => one.whole!.from < whole!.from && whole!.to <= one.whole!.to);
      const containerName = block?.name ?? fileOf(uri);
      return [{ name, kind: kinds[kind], location: { uri, range: rangeOf(lines, span) }, containerName }];
    }),
  ];
}

const kinds = { block: SymbolKind.Class, layer: SymbolKind.Function, input: SymbolKind.Interface };

const start = { line: 0, character: 0 };
const modelOf = (uri: string): SymbolInformation => ({
  name: fileOf(uri),
  kind: SymbolKind.File,
  location: { uri, range: { start, end: start } },
});

function fileOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function hasInOrder(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at++;
  return at >= wanted.length;
}
