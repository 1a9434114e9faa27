import { type LogOutputChannel, l10n, Uri, window } from "vscode";
import { askQuestion, showVerdict, stopRow } from "./ask-question";
import { type Asker, createAsker } from "./asker";
import { type Card, COVER, NEXT_CARD } from "./protocol";
import { line, row } from "./question-rows";
import { revealer } from "./reveal-row";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

/** So many questions are a round, or as many as there are. */
const ROUND = 10;

interface Round {
  readonly seed: number;
  /** Ids of all that were asked. */
  readonly asked: readonly string[];
  readonly answered: number;
  readonly right: number;
}

/** How long the status bar tells what came of a round that was stopped. */
const SECONDS = 8;

const newRound = (): Round => ({ seed: Math.floor(Math.random() * 2 ** 31), asked: [], answered: 0, right: 0 });

/** Rounds that were left, by the address of their model: whoever comes back goes on. */
const open = new Map<string, Round>();

/** Asks about a model, no question twice in a round; its hints do not give the answers away meanwhile. */
export async function quizOnModel(
  session: Session,
  statuses: Statuses,
  uri: string,
  show: (target: string) => Promise<void>,
  log: LogOutputChannel,
): Promise<void> {
  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const asker = createAsker(show, failed);
  const rows = revealer(uri);
  const covers = statuses.statusOf(Uri.parse(uri))?.predicts === false;
  try {
    if (covers) await session.run(COVER, uri, true);
    for (let goesOn = true; goesOn; ) {
      const round = await ask(session, asker, uri, rows.reveal);
      // Escape leaves a round open, *Stop* ends it.
      const stopped = round || asker.left ? undefined : open.get(uri);
      if (!asker.left) open.delete(uri);
      if (stopped?.answered) void window.setStatusBarMessage(resultOf(stopped), SECONDS * 1000);
      if (!round) return;
      rows.reveal(undefined);
      goesOn = await again(asker, round);
    }
  } finally {
    asker.close();
    rows.dispose();
    if (covers) await session.run(COVER, uri, false).catch(failed);
  }
}

/** A round from where it was left; nothing where it is left again, or nothing can be asked. */
async function ask(
  session: Session,
  asker: Asker,
  uri: string,
  reveal: (range: Card["range"]) => void,
): Promise<Round | undefined> {
  let round = open.get(uri) ?? newRound();
  while (round.asked.length < ROUND) {
    const where = { uri, seed: round.seed };
    const card = await session.run<Card | null>(NEXT_CARD, { ...where, asked: round.asked });
    if (!card) break;
    open.set(uri, round);
    reveal(card.range);
    const progress = { title: l10n.t("Quiz on this model"), step: [round.asked.length + 1, ROUND] as const };
    const answer = await askQuestion(session, asker, card, where, progress);
    if (!answer) return undefined;
    const judged = answer === "passed" ? undefined : answer;
    round = {
      ...round,
      asked: [...round.asked, card.id],
      answered: round.answered + (judged ? 1 : 0),
      right: round.right + (judged?.right ? 1 : 0),
    };
    open.set(uri, round);
    if (judged && !(await showVerdict(asker, card, judged, progress))) return undefined;
  }
  if (round.asked.length) return round;
  void window.showInformationMessage(l10n.t("Nothing can be asked of this model yet."));
  return undefined;
}

/** What came of a round, and whether there is to be another one. */
async function again(asker: Asker, round: Round): Promise<boolean> {
  const result = resultOf(round);
  const another = row("debug-restart", l10n.t("Another round"), "again" as const);
  const does = await asker.pick<"again" | "stop">({
    title: l10n.t("Quiz on this model"),
    aloud: result,
    rows: [{ label: `$(mortar-board) ${result}`, alwaysShow: true }, line(), another, stopRow()],
    active: another,
  });
  return does === "again";
}

const resultOf = ({ answered, right }: Round): string =>
  answered === 1
    ? l10n.t("{0} of 1 question answered right.", right)
    : l10n.t("{0} of {1} questions answered right.", right, answered);
