import { l10n } from "vscode";
import { stopRow } from "./ask-question";
import type { Asker, Row } from "./asker";
import { ANSWER, type Card, DUE, type Due, type DueCard } from "./protocol";
import { asked, line, row, told } from "./question-rows";
import type { Session } from "./session";

type Does = "show" | "undo" | "next" | "stop" | { readonly grade: number };

/** What came of a card: what the server says to a grade, or that it was passed over, or that the last is to be taken back. */
export type Done = Due | "passed" | "undo";

/** Asks a card of a deck: whoever is asked says how well it was known. `takeBack` is what was done last. */
export async function askCard(
  session: Session,
  asker: Asker,
  card: Card | DueCard,
  { key, takeBack, title }: { readonly key: string; readonly takeBack: string; readonly title: string },
): Promise<Done | undefined> {
  const { question, answer, explanation } = card.plain;
  const since = Date.now();
  const show = row<Does>("eye", l10n.t("Show answer"), "show");
  const next = row<Does>("arrow-right", l10n.t("Next card"), "next");
  const back = takeBack ? [row<Does>("discard", l10n.t("Take back: {0}", takeBack), "undo")] : [];
  const shown = { title, links: card.links ?? [] };
  const first = await asker.pick<Does>({
    ...shown,
    aloud: question,
    rows: [...asked(question), line(), show, next, ...back, stopRow()],
    active: show,
    keys: { " ": "show", ...(takeBack && { u: "undo", U: "undo" }) },
  });
  if (first === undefined || first === "stop") return undefined;
  if (first === "undo") return "undo";
  if (first !== "show") return "passed";

  const grades = await gradesOf(session, card, key);
  const rows = grades.map(
    ({ grade, in: after }, i): Row<Does> => ({
      label: `${i + 1} ${gradeName(grade)}`,
      description: l10n.t("comes again in {0}", after),
      alwaysShow: true,
      does: { grade: i + 1 },
    }),
  );
  const second = await asker.pick<Does>({
    ...shown,
    aloud: answer,
    rows: [
      ...asked(question),
      ...told(l10n.t("answer"), [answer, explanation ?? ""].join("\n\n").replace(/^> /gm, "")),
      line(l10n.t("How well did you know it?")),
      ...rows,
      line(),
      next,
      stopRow(),
    ],
    active: rows[GOOD - 1],
    keys: Object.fromEntries([...rows.keys()].map((i) => [String(i + 1), { grade: i + 1 } as Does])),
  });
  if (second === undefined || second === "stop") return undefined;
  if (typeof second !== "object") return "passed";
  return session.run<Due>(ANSWER, { card: key, grade: second.grade, took: Date.now() - since });
}

const GOOD = 3;

/** When the card would come again: what is due says it, of any other card it is asked. */
async function gradesOf(session: Session, card: Card | DueCard, key: string): Promise<DueCard["grades"]> {
  if ("grades" in card) return card.grades;
  const { card: found } = await session.run<Due>(DUE, { card: key });
  return found?.grades ?? [];
}

function gradeName(grade: string): string {
  switch (grade) {
    case "again":
      return l10n.t("Again");
    case "hard":
      return l10n.t("Hard");
    case "good":
      return l10n.t("Good");
    default:
      return l10n.t("Easy");
  }
}
