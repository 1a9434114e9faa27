import { commands, type ExtensionContext, type LogOutputChannel } from "vscode";
import { activeModel } from "./active-model";
import { changeScale } from "./change-scale";
import type { WorkspaceCheck } from "./check-workspace";
import { convertToNative } from "./convert";
import { copyDebugInformation } from "./debug-information";
import type { Decks } from "./decks";
import { exportModel } from "./export";
import { changeGuesses, predictShapes } from "./guesses";
import { importDeck } from "./import-deck";
import { startLesson } from "./lesson";
import { quiz } from "./quiz";
import { quizOnModel } from "./quiz-model";
import { insertQuizSnippet } from "./quiz-snippet";
import type { Chosen } from "./review";
import { openSample } from "./sample";
import type { Session } from "./session";
import type { Statuses } from "./statuses";
import { newFromZoo } from "./zoo";

/** What commands work with. */
export interface Current {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly session: Session;
  readonly statuses: Statuses;
  readonly summary: { show(model: unknown): Promise<void>; showText(model: unknown): Promise<void> };
  readonly pages: { show(target: string): Promise<void> };
  readonly review: { show(chosen?: Chosen): Promise<void> };
  readonly statistics: { show(chosen?: Chosen): Promise<void> };
  readonly decks: Decks;
  readonly check: WorkspaceCheck;
}

type Work = (argument: unknown) => Promise<void>;

/** Every command of the client; the manifest offers the same. */
export function commandsOf(current: Current): {
  readonly [id: string]: Work;
} {
  const { context, log, session, statuses, summary, pages, review, statistics, decks, check } = current;
  const quizModel = (uri: string): Promise<void> =>
    quizOnModel(session, statuses, uri, (target) => pages.show(target), log);
  const showLogs = async (): Promise<void> => log.show();
  return {
    "convlint.showSummary": (model) => summary.show(model),
    "convlint.showSummaryText": (model) => summary.showText(model),
    "convlint.changeScale": () => changeScale(session, statuses),
    "convlint.checkWorkspace": () => check.run(),
    "convlint.newFromZoo": () => newFromZoo(session),
    "convlint.openSample": openSample,
    "convlint.quiz": (wanted) =>
      isAboutModel(wanted) ? quizModel(wanted.uri) : quiz(session, (target) => pages.show(target), log, wanted),
    "convlint.quizOnModel": async () => {
      const { status } = activeModel(statuses) ?? {};
      if (status) await quizModel(status.uri);
    },
    "convlint.insertQuizSnippet": () => insertQuizSnippet(session, statuses),
    "convlint.convertToNative": () => convertToNative(session, statuses),
    "convlint.export": () => exportModel(session, statuses),
    "convlint.review": () => review.show(),
    "convlint.startLesson": (wanted) => {
      const [deck] = decks.chosen(wanted)?.decks ?? [];
      return startLesson(session, (error) => log.error(String(error)), deck === undefined ? wanted : { deck });
    },
    "convlint.importDeck": (file) => importDeck(session, log, file),
    "convlint.showQuizStatistics": () => statistics.show(),
    "convlint.reviewDeck": (row) => review.show(decks.chosen(row)),
    "convlint.showDeckStatistics": (row) => statistics.show(decks.chosen(row)),
    "convlint.suspendCard": (row) => decks.put(row, "suspend"),
    "convlint.unsuspendCard": (row) => decks.put(row, "unsuspend"),
    "convlint.openCard": (row) => decks.open(row),
    "convlint.groupDecksByTag": () => decks.groupBy("tag"),
    "convlint.groupDecksByStanding": () => decks.groupBy("standing"),
    "convlint.refreshDecks": () => decks.refresh(),
    "convlint.predictShapes": () => predictShapes(session, statuses),
    "convlint.revealGuess": () => changeGuesses(session, statuses, "reveal"),
    "convlint.removeGuesses": () => changeGuesses(session, statuses, "remove"),
    "convlint.openWalkthrough": async () =>
      void (await commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false)),
    "convlint.showDocs": (page) => pages.show(String(page)),
    "convlint.showLogs": showLogs,
    "convlint.showOutput": showLogs, // what it was called at first
    "convlint.copyDebugInformation": () => copyDebugInformation(context, session, statuses),
    "convlint.restartServer": () => session.restart(),
  };
}

/** What the lens above a model hands over. */
const isAboutModel = (wanted: unknown): wanted is { readonly uri: string } =>
  typeof wanted === "object" && wanted !== null && "uri" in wanted && typeof wanted.uri === "string";
