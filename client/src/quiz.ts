import { type LogOutputChannel, l10n, window } from "vscode";
import { askCard } from "./ask-card";
import { askQuestion, showVerdict, type Where } from "./ask-question";
import { type Asker, createAsker } from "./asker";
import { type Card, DUE, type Due, type DueCard, NEXT_CARD, UNDO } from "./protocol";
import type { Session } from "./session";

type Open = (target: string) => Promise<void>;

/** What a link asks about: an operator or a rule, or one card. */
interface Wanted {
  readonly about?: unknown;
  readonly card?: unknown;
}

interface Found {
  readonly card: Card | DueCard;
  readonly where: Where;
  /** Why it is none that is due. */
  readonly why?: string;
}

/** Where cards come from; `passed` are the keys and ids of those that were asked. */
type Source = (passed: readonly string[]) => Promise<Found | undefined>;

/** What is made up comes in another order in every window, and in the same one as long as that is open. */
const seed = Math.floor(Math.random() * 2 ** 31);
/** What was asked of that order; whoever leaves and comes back goes on. */
const madeUp: string[] = [];

/** Asks one card after another at the top of the window, until somebody stops. The server chooses, judges and schedules. */
export async function quiz(session: Session, open: Open, log: LogOutputChannel, said?: unknown): Promise<void> {
  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const asker = createAsker(open, failed);
  // A link names what is asked about; a lens or a key may hand over something else.
  const wanted: Wanted = typeof said === "object" && said !== null ? said : {};
  try {
    if (!(await askAll(session, asker, source(session, wanted, failed))))
      void window.showInformationMessage(l10n.t("There is no flashcard to show."));
  } finally {
    asker.close();
  }
}

function source(session: Session, { about, card: named }: Wanted, failed: (error: unknown) => void): Source {
  const next = async (wanted: object, where: Where = { seed }): Promise<Found | undefined> => {
    const card = await session.run<Card | null>(NEXT_CARD, { ...where, ...wanted });
    return card ? { card, where } : undefined;
  };
  return async (passed) => {
    if (named !== undefined && !passed.length) return next({ card: named });
    if (about !== undefined) return next({ asked: passed }, { seed, about });
    const due = await session.run<Due>(DUE, { without: passed }).catch(failed);
    if (due?.card) return { card: due.card, where: {} };
    const found = await next({ deck: "operators", asked: madeUp });
    return found && due?.nothing ? { ...found, why: due.nothing } : found;
  };
}

/** Whether there was anything to ask. */
async function askAll(session: Session, asker: Asker, cards: Source): Promise<boolean> {
  const passed: string[] = [];
  const warned = new Set<string>();
  let takeBack = "";
  for (let first = true; ; first = false) {
    const found = await cards(passed);
    if (!found) return !first;
    const { card, where, why } = found;
    const { key } = card;
    passed.push(card.id, ...(key === undefined ? [] : [key]));
    if (key === undefined) {
      madeUp.push(card.id);
      if (!(await askMadeUp(session, asker, card, where, why))) return true;
      continue;
    }
    const title = [l10n.t("Quiz"), ...card.tags].join(" · ");
    const done = await askCard(session, asker, card, { key, takeBack, title });
    if (done === undefined) return true;
    takeBack = "";
    if (done === "undo") {
      await session.run(UNDO);
      passed.length = 0; // what was taken back is asked anew
    } else if (done !== "passed") {
      takeBack = done.told.join(" ");
      passed.splice(passed.indexOf(key), 1); // when it comes again is up to the server
      for (const problem of done.problems.filter((one) => !warned.has(one))) {
        warned.add(problem);
        void window.showWarningMessage(problem);
      }
    }
  }
}

/** Whether somebody goes on. */
async function askMadeUp(
  session: Session,
  asker: Asker,
  card: Card,
  where: Where,
  why: string | undefined,
): Promise<boolean> {
  const progress = { title: [l10n.t("Quiz"), why ?? l10n.t("not scheduled")].join(" · ") };
  const answer = await askQuestion(session, asker, card, where, progress);
  return answer === "passed" || (answer !== undefined && showVerdict(asker, card, answer, progress));
}
