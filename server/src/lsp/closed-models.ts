import { type CancellationToken, LSPErrorCodes, ResponseError, type SymbolInformation } from "vscode-languageserver";
import { linesOf } from "../core/lines";
import { closedSymbols } from "../features/workspace-symbols";
import { recognise } from "../formats/index";
import { pathOf, uriOf } from "./uri";

/** A file that may be a model; `modified` is another one when its text is. */
export interface ModelFile {
  /** Below the folder that was searched. */
  readonly path: string;
  readonly modified: string;
  read(): string | Promise<string>;
}

/** Files below a folder that may be models. */
export type ModelsIn = (folder: string) => Iterable<ModelFile> | AsyncIterable<ModelFile>;

export interface ClosedModels {
  /** What is in models of the workspace that are not open, as far as it can be read. */
  symbols(isOpen: (path: string) => boolean, token: CancellationToken): Promise<readonly SymbolInformation[]>;
  /** The text of a file, from a client that has read it; of those that are found here, nothing need be told. */
  told(uri: string, text: string): void;
}

/** How long other requests may have to wait, in milliseconds. */
const turn = 10;

/** Reads files when symbols are first asked for, and again only those that have changed since. */
export function closedModels(folders: readonly string[], modelsIn: ModelsIn): ClosedModels {
  // By what `pathOf` writes, since not every client writes the same URI.
  const files = new Map<string, { readonly modified: string; readonly symbols: readonly SymbolInformation[] }>();
  const told = new Map<string, readonly SymbolInformation[]>();

  async function look(token: CancellationToken): Promise<void> {
    const seen = new Set<string>();
    let start = performance.now();
    for (const folder of folders)
      for await (const { path: below, modified, read } of modelsIn(folder)) {
        const path = `${folder}/${below}`;
        seen.add(path);
        const known = files.get(path);
        const text = known?.modified === modified ? undefined : await textOf(read);
        if (text !== undefined) files.set(path, { modified, symbols: symbolsOf(uriOf(path), text) });
        if (performance.now() - start < turn) continue;
        await new Promise((go) => setTimeout(go));
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
        start = performance.now();
      }
    for (const path of files.keys()) if (!seen.has(path)) files.delete(path);
  }

  return {
    async symbols(isOpen, token) {
      await look(token);
      const found = new Map([...told, ...[...files].map(([path, { symbols }]) => [path, symbols] as const)]);
      return [...found].flatMap(([path, symbols]) => (isOpen(path) ? [] : symbols));
    },
    told(uri, text) {
      const path = pathOf(uri);
      if (folders.some((folder) => path.startsWith(`${folder}/`))) return;
      const symbols = symbolsOf(uri, text);
      if (symbols.length) told.set(path, symbols);
      else told.delete(path);
    },
  };
}

/** A file that cannot be read now may be later. */
async function textOf(read: ModelFile["read"]): Promise<string | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

/** By its words alone, since nothing has to be known of shapes. */
function symbolsOf(uri: string, text: string): readonly SymbolInformation[] {
  const found = recognise(pathOf(uri), text);
  return found ? closedSymbols(uri, linesOf(text), found.format.names(found.document)) : [];
}
