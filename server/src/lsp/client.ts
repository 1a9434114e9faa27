import { DiagnosticTag, type InitializeParams } from "vscode-languageserver";
import type { Voice } from "../core/voice";
import { type Language, languageOf } from "../language/locale";
import { type Translations, translationsIn, voiceOf } from "../language/voice";
import { type Leaves, leavesOf } from "./leaves";
import { pathOf } from "./uri";

/** What the program at the other end can do, and what it says of itself. Everything is absent in the least of clients. */
export interface Client {
  /** Asks for diagnostics itself, so that none are published. */
  readonly pulls: boolean;
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  /** Tells of changed settings only when asked to. */
  readonly registersConfiguration: boolean;
  /** Tells of changed files only when asked to. */
  readonly registersWatching: boolean;
  /** Offers to format what it is told of, rather than whatever it opens. */
  readonly registersFormatting: boolean;
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly hints: boolean;
    readonly lenses: boolean;
  };
  readonly related: boolean;
  readonly fades: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  /** Shows what a completion is beside its name. */
  readonly beside: boolean;
  /** What of a completion it asks for where somebody looks at that; nothing of it is sent before. */
  readonly resolvesCompletions: ReadonlySet<string>;
  /** What it takes once for all completions of an answer. */
  readonly sharesCompletions: ReadonlySet<string>;
  readonly literalActions: boolean;
  /** Asks for the edit of an action when it is chosen, and shows what it is about until then. */
  readonly resolvesActions: boolean;
  /** Shows an action that cannot be chosen, with the reason. */
  readonly disables: boolean;
  /** Asks for the tooltip of a hint when it is shown. */
  readonly resolvesHints: boolean;
  /** Asks for what a lens says when it is to be seen. */
  readonly resolvesLenses: boolean;
  /** Refuses an edit of a version it no longer has. */
  readonly versionedEdits: boolean;
  /** Shows all of what a definition is, not just where it begins. */
  readonly links: boolean;
  /** Asks whether something can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Shows what is inside of what in an outline. */
  readonly nestedSymbols: boolean;
  /** Carries out an edit that makes a new file. */
  readonly creates: boolean;
  /** The client's own command that shows a summary, for a lens to call; a client without one runs the server's. */
  readonly showSummary?: string;
  /** The client's own command that shows a page of the documentation; without it none is offered. */
  readonly showDocs?: string;
  /** The client's own command that asks a question, for a lens to call; without it none is shown. */
  readonly quiz?: string;
  /** The scheme under which the client shows pages that the server makes. */
  readonly pagesScheme?: string;
  /** Reads and finds files for a server that has no disk there. */
  readonly files: boolean;
  /** Keeps logs of reviews, one of them its own; without it no cards are reviewed. */
  readonly reviews?: { readonly device: string };
  /** Ids of cards that were offered where a mistake was mended; absent where none is wanted. */
  readonly offered?: readonly string[];
  /** What other extensions of the editor give already. */
  readonly leaves: Leaves;
  /** The folders that are open, as `pathOf` writes them. */
  readonly folders: readonly string[];
  /** Where the documentation lies: a URI that ends in a slash. */
  readonly docs?: string;
  /** The language of the editor, where there is a translation. */
  readonly voice: Voice;
}

/** Translations that lie beside the server; nothing where there is no disk, or none of them. */
export type FindTranslations = (language: Language) => Translations | undefined;

export function clientOf(params: InitializeParams, beside?: FindTranslations): Client {
  const { capabilities, initializationOptions } = params;
  const { workspace, textDocument } = capabilities ?? {};
  const shows = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  const item = textDocument?.completion?.completionItem;
  const {
    extensionUri: docs,
    showSummaryCommand: showSummary,
    showDocsCommand: showDocs,
    quizCommand: quiz,
    pagesScheme,
    leaves,
    translations,
    files,
    reviews,
    cards,
  } = mapOf(initializationOptions);
  return {
    pulls: textDocument?.diagnostic !== undefined,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersFormatting: [textDocument?.formatting, textDocument?.rangeFormatting].every(
      (can) => can?.dynamicRegistration === true,
    ),
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
    },
    related: shows.some((can) => can?.relatedInformation === true),
    fades: shows.some((can) => can?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    snippets: item?.snippetSupport === true,
    completionMarkdown: item?.documentationFormat?.includes("markdown") === true,
    beside: item?.labelDetailsSupport === true,
    resolvesCompletions: new Set(
      item?.resolveSupport?.properties.filter((name) => name === "documentation" || name === "detail"),
    ),
    sharesCompletions: new Set(textDocument?.completion?.completionList?.itemDefaults),
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    disables: textDocument?.codeAction?.disabledSupport === true,
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    resolvesLenses: textDocument?.codeLens?.resolveSupport?.properties.includes("command") === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    links: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    creates:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    files: files === true,
    leaves: leavesOf(leaves),
    folders: foldersOf(params),
    voice: voiceOf(translationsIn(translations) ?? translationsFor(params.locale, beside)),
    ...(isDevice(mapOf(reviews)["device"]) && { reviews: { device: mapOf(reviews)["device"] as string } }),
    ...(typeof cards === "object" && cards !== null && { offered: idsIn(mapOf(cards)["offered"]) }),
    ...(typeof docs === "string" && { docs }),
    ...(typeof showDocs === "string" && { showDocs }),
    ...(typeof quiz === "string" && { quiz }),
    ...(typeof pagesScheme === "string" && { pagesScheme }),
    ...(typeof showSummary === "string" && { showSummary }),
  };
}

const idsIn = (said: unknown): readonly string[] => (Array.isArray(said) ? said.map(String) : []);

/** Logs take no other name. */
const isDevice = (name: unknown): boolean => typeof name === "string" && name !== "" && name.length <= 100;

/** A client that hands over none may have said its language. */
function translationsFor(locale: string | undefined, beside: FindTranslations | undefined): Translations | undefined {
  const language = languageOf(locale);
  return language && beside?.(language);
}

/** Older clients know of one folder only. */
const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  (workspaceFolders?.map(({ uri }) => uri) ?? [rootUri])
    .filter((uri) => typeof uri === "string")
    .map((uri) => pathOf(uri).replace(/\/$/, ""));

const mapOf = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown }) : {};
