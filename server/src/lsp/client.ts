import type { InitializeParams } from "vscode-languageserver";

/** What the program at the other end can do, and what it says of itself. Everything is absent in the least of clients. */
export interface Client {
  /** Asks for diagnostics itself, so that none are published. */
  readonly pulls: boolean;
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  /** Tells of changed settings only when asked to. */
  readonly registersConfiguration: boolean;
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly hints: boolean;
    readonly lenses: boolean;
  };
  readonly related: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  readonly literalActions: boolean;
  /** Where the documentation lies: a URI that ends in a slash. */
  readonly docs?: string;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities ?? {};
  const item = textDocument?.completion?.completionItem;
  const docs: unknown = initializationOptions?.extensionUri;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
    },
    related: [textDocument?.publishDiagnostics, textDocument?.diagnostic].some((can) => can?.relatedInformation),
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    snippets: item?.snippetSupport === true,
    completionMarkdown: item?.documentationFormat?.includes("markdown") === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    ...(typeof docs === "string" && { docs }),
  };
}
