import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { leaves } from "./beside";
import { besidePython } from "./beside-python";
import { answerFiles } from "./files";
import { cardsOffered } from "./offered-card";
import {
  ANSWER,
  CARD,
  documentation,
  type ModelStatus,
  type OfferedCard,
  OPTIONS,
  PUT,
  SCHEME,
  STATUS,
  UNDO,
} from "./protocol";
import { answerReviewLogs, device } from "./review-logs";
import { revival } from "./revival";
import { withoutShadows } from "./shadows";

/** Makes a client for the place the extension runs in. Called once, and only when a model was seen. */
export type NewClient = (context: ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export type Session = ReturnType<typeof createSession>;

/** Whether there is a server; nothing is said before the first one is asked for. */
export type State = "starting" | "running" | "ended";

const SHOW_DOCS = "convlint.showDocs";

/** Commands after which something else is known of cards. */
const reviewing: readonly string[] = [ANSWER, PUT, UNDO, OPTIONS];

/** The command of the client that asks cards. */
const QUIZ = "convlint.quiz";

/** Documents of any scheme: a model in a virtual folder or an unsaved one is a model too. Python is told of apart. */
const documentSelector = [{ language: "yaml" }, { pattern: "**/*.cnn.json" }];

/** The one language client of a window. It does not exist before `start`, and a second `start` gives the same one. */
export function createSession(context: ExtensionContext, log: LogOutputChannel, newClient: NewClient) {
  let starting: Promise<BaseLanguageClient> | undefined;
  const statuses = new EventEmitter<ModelStatus>();
  const states = new EventEmitter<State>();
  const reviews = new EventEmitter<void>();
  const cards = new EventEmitter<OfferedCard>();

  async function launch(): Promise<BaseLanguageClient> {
    states.fire("starting");
    const client = await newClient(context, {
      documentSelector,
      outputChannel: log,
      diagnosticCollectionName: "convlint",
      errorHandler: revival(log, restart),
      middleware: withoutShadows,
      markdown: { isTrusted: { enabledCommands: [SHOW_DOCS, QUIZ] } },
      initializationOptions: () => ({
        extensionUri: documentation,
        showSummaryCommand: "convlint.showSummary",
        showDocsCommand: SHOW_DOCS,
        quizCommand: QUIZ,
        pagesScheme: SCHEME,
        files: true,
        reviews: { device },
        ...offering(cardsOffered(context)),
        leaves: leaves(),
        translations: l10n.bundle,
      }),
    });
    client.registerFeature(besidePython(client));
    answerFiles(client);
    answerReviewLogs(client, context);
    client.onNotification(CARD, (card: OfferedCard) => cards.fire(card));
    client.onNotification(STATUS, (status: ModelStatus) => statuses.fire(status));
    client.onDidChangeState(({ newState }) => {
      if (newState === running) client.start().then(() => states.fire("running"), complain);
      else states.fire(newState === stopped ? "ended" : "starting");
    });
    await client.start();
    return client;
  }
  const complain = (error: unknown): void => log.error(error instanceof Error ? error : String(error));

  function start(): Promise<BaseLanguageClient> {
    starting ??= launch();
    return starting;
  }

  /** A server that never came up is started anew; one that runs is ended first. */
  async function restart(): Promise<void> {
    const client = await starting?.catch(() => undefined);
    if (client?.isRunning()) await client.stop();
    if (client) return client.start();
    starting = undefined;
    await start();
  }

  return {
    onStatus: statuses.event,
    onState: states.event,
    /** A card was answered, put away or taken back, by whatever command. */
    onReview: reviews.event,
    onCard: cards.event,
    start,
    started: () => starting !== undefined,
    restart,

    /** Sends a command to the server and starts it if need be. */
    async run<T>(command: string, ...args: readonly unknown[]): Promise<T> {
      const client = await start();
      const answer = await client.sendRequest<T>("workspace/executeCommand", { command, arguments: args });
      if (reviewing.includes(command)) reviews.fire();
      return answer;
    },

    async stop(): Promise<void> {
      const client = await starting?.catch(() => undefined);
      for (const emitter of [statuses, states, reviews, cards]) emitter.dispose();
      await client?.dispose();
    },
  };
}

const offering = (offered: readonly string[] | undefined) => offered && { cards: { offered } };

/** The library's own numbers of states. */
const stopped = 1;
const running = 2;

/** Runs what a person asked for; what goes wrong is said to them, once, and written to the log. */
export function reporting<A extends readonly unknown[]>(log: LogOutputChannel, work: (...args: A) => Promise<void>) {
  return async (...args: A): Promise<void> => {
    try {
      await work(...args);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(l10n.t("ConvLint: {0}", error instanceof Error ? error.message : String(error)));
    }
  };
}

/** Disposes of several things as one. */
export const together = (...parts: readonly Disposable[]): Disposable => ({
  dispose: () => parts.forEach((part) => part.dispose()),
});
