import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { dataNames, isDataName } from "../settings/data-beside";
import { type ReadText, names as settingsNames } from "../settings/find";
import { isSettingsName } from "../settings/settings";
import { answerActions } from "./action-answers";
import { afterChange } from "./after-change";
import { capabilities } from "./capabilities";
import { classesBelow } from "./classes";
import { type Client, clientOf, type FindTranslations } from "./client";
import { clientDisk } from "./client-disk";
import { filesOf, type Reach } from "./client-files";
import { clientModels, modelGlob } from "./client-models";
import { closedModels, type ModelsIn } from "./closed-models";
import { commands } from "./commands";
import { answerCompletion } from "./completion-answers";
import { configurer } from "./configure";
import { documents } from "./documents";
import { answerFormatting, formatters } from "./formatting-answers";
import { guard, reasonOf } from "./guard";
import { answerNavigation } from "./navigation-answers";
import { offersOf } from "./offers";
import { pull } from "./pull";
import { answerReading } from "./reading-answers";
import { refresher } from "./refresh";
import { reviewsWhenAsked } from "./review-names";
import { settingsRoom } from "./settings";
import { answerStructure } from "./structure-answers";
import { pathOf } from "./uri";
import { answerWorkspace } from "./workspace-answers";

/** What the place the server runs in can do. Paths are URIs without escapes. */
export interface Host extends Reach {
  /** Files below a folder that may be models, where there is a disk. */
  readonly models?: ModelsIn;
  /** For clients that say their language and hand over no translations. */
  readonly translations?: FindTranslations;
}

/** Answers one client until it goes away, whatever carries the messages. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params, host.translations);
    converse(connection, client, host);
    return { capabilities: capabilities(client), serverInfo: { name: "convlint" } };
  });
  connection.listen();
}

function converse(connection: Connection, client: Client, host: Host): void {
  const safely = guard(connection);
  const refresh = refresher(connection, client);
  // A configuration file that is being edited counts as it is written, not as it was saved.
  const read: ReadText = (path) => open.textAt(path) ?? files.read(path);
  const far = clientDisk(connection);
  const files = filesOf(host, connection, client, far, () => {
    classes.forget();
    resettled();
  });
  const disk = { ...files, read };
  const classes = classesBelow(client.folders, files.python, {
    text: (path) => open.programAt(path) ?? (host.reaches?.(path) === true ? readable(host, path) : undefined),
    open: () => open.uris().map(pathOf).filter(isPython),
  });
  const virtual = clientModels(far, connection.console);
  const isNear = (folder: string): boolean => host.reaches?.(folder) === true;
  const searched = client.folders.filter((folder) => client.files || isNear(folder));
  const filesIn: ModelsIn = (folder) => (isNear(folder) ? (host.models?.(folder) ?? []) : virtual.below(folder));
  const closed = closedModels(searched, filesIn);
  const settings = settingsRoom(connection, client, disk, classes);
  const offers = offersOf(connection, client, (uri) => open.page(uri));
  const after = afterChange(connection, client, () => open, formatters(connection, client), offers);
  const resettle = (): void => {
    settings.forget();
    open.forget();
    offers.forget();
    for (const uri of open.uris()) after.changed(uri);
    refresh("diagnostics", "hints", "lenses");
  };
  const resettled = resettler(resettle);
  // Whoever types in a file that others read sees that one first.
  const resettledSoon = resettler(resettle, 200);
  const open = documents(connection, settings, {
    changed(uri) {
      after.changed(uri);
      reread(pathOf(uri));
    },
    // Who asks and cannot be asked to ask again would never hear of what is held back.
    settled:
      client.pulls && !client.refreshes.diagnostics
        ? undefined
        : (uri) => {
            after.changed(uri);
            reread(pathOf(uri));
            refresh("diagnostics", "hints", "lenses");
          },
    closed(uri) {
      after.closed(uri);
      reread(pathOf(uri));
    },
  });
  /** What others are read by is read as it is being edited. */
  const reread = (path: string): void => {
    if (isPython(path) && classes.forget(path)) resettledSoon();
    if (isRead(path) || settings.extends(path)) resettled();
  };
  answerReading(connection, client, open);
  answerCompletion(connection, client, open, (uri) => settings.files(pathOf(uri)));
  answerNavigation(connection, client, open);
  answerStructure(connection, client, open, closed);
  answerFormatting(connection, client, open);
  answerActions(connection, client, open, configurer(client, disk));
  answerWorkspace(connection, client, open, closed);

  connection.languages.diagnostics.on(
    safely("diagnostics", { kind: "full", items: [] }, async ({ textDocument, previousResultId }, token) =>
      pull(await open.page(textDocument.uri, token), previousResultId, client),
    ),
  );
  const looked = (uri: string): void => {
    after.changed(uri);
    refresh("hints", "lenses");
  };
  // A deck that is looked at as a page is known already.
  const isPage = (uri: string): boolean => uri.startsWith(`${client.pagesScheme}:`);
  const uris = (): readonly string[] => open.uris().filter((uri) => !isPage(uri));
  const reviews = reviewsWhenAsked(connection, client, { ...open, uris, folders: searched, filesIn });
  connection.onExecuteCommand(safely("command", null, commands(open, looked, reviews, client.voice)));

  connection.onDidChangeConfiguration(resettled);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.map(({ uri }) => pathOf(uri));
    files.forget(paths);
    virtual.forget(paths);
    const known = paths.some(isPython) && classes.forget();
    if (known || paths.some((path) => isRead(path) || isExtended(path) || settings.extends(path))) resettled();
  });
  const more = searched.every(isNear) ? [] : [modelGlob];
  connection.onInitialized(() => register(connection, client, more));
}

/** What configurations that others extend are best called. */
const extendedNames = settingsNames.map((name) => `*${name}`);

const isExtended = (path: string): boolean => settingsNames.some((name) => path.endsWith(name));

const isPython = (path: string): boolean => path.endsWith(".py");

/** Whether a file says how others are read. */
const isRead = (path: string): boolean => isSettingsName(path) || isDataName(path);

/** Nobody has asked for this file, so that one which cannot be read is not there. */
function readable(host: Host, path: string): string | undefined {
  try {
    return host.read(path);
  } catch {
    return undefined;
  }
}

/** Several changes that come at once count as one. */
function resettler(resettle: () => void, pause = 10): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(resettle, pause);
  };
}

/** Asks to be told of changed settings, configuration files and more, by clients that tell only who asks. */
function register({ client: asked, console }: Connection, client: Client, more: readonly string[]): void {
  const failed = (error: unknown) => console.warn(`changes are not told of: ${reasonOf(error)}`);
  if (client.registersConfiguration)
    asked.register(DidChangeConfigurationNotification.type, { section: "convlint" }).catch(failed);
  const names = [...settingsNames, ...extendedNames, ...dataNames, "*.py"].map((name) => `**/${name}`);
  const watchers = [...names, ...more].map((globPattern) => ({ globPattern }));
  if (client.registersWatching) asked.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
}
