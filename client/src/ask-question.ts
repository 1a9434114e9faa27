import { l10n } from "vscode";
import type { Asker, Row } from "./asker";
import { type Card, JUDGE, type Judged } from "./protocol";
import { asked, line, row, rowsOf, told } from "./question-rows";
import type { Session } from "./session";

/** How far a round of questions is. */
export interface Progress {
  readonly title: string;
  readonly step?: readonly [at: number, of: number];
}

/** By what the server finds the question again. */
export type Where = { readonly uri?: string; readonly about?: unknown; readonly seed?: number };

type Does = "choices" | "next" | "stop" | { readonly choice: number };

/** What came of a question: judged, or passed over; nothing once somebody stops. */
export type Answered = Judged | "passed";

/** Asks one question, typed where it can be, else chosen, and lets the server judge. */
export async function askQuestion(
  session: Session,
  asker: Asker,
  card: Card,
  where: Where,
  progress: Progress,
): Promise<Answered | undefined> {
  const judge = (answer: object): Promise<Judged> => session.run<Judged>(JUDGE, { ...where, id: card.id, ...answer });
  const shown = { ...progress, links: [] };
  const { typed, choices = [], plain } = card;
  if (typed) {
    const answer = await asker.type<Judged | "choices">({
      ...shown,
      prompt: plain.question,
      placeholder: l10n.t("Type the answer, such as {0}; Enter without one shows what to choose from", typed.example),
      async accept(text) {
        if (text.trim() === "") return choices.length ? "choices" : { unread: typed.example };
        const judged = await judge({ typed: text });
        return judged.read ? judged : { unread: judged.told ?? typed.example };
      },
    });
    if (answer !== "choices") return answer;
  }
  const options = choices.map(({ text }, choice): Row<Does> => ({ label: text, alwaysShow: true, does: { choice } }));
  const chosen = await asker.pick<Does>({
    ...shown,
    aloud: plain.question,
    rows: [...asked(plain.question), line(l10n.t("choose one")), ...options, line(), passRow(), stopRow()],
    active: options[0],
    keys: Object.fromEntries(choices.map((_, choice) => [String(choice + 1), { choice }])),
  });
  if (chosen === undefined || chosen === "stop") return undefined;
  return typeof chosen === "object" ? judge(chosen) : "passed";
}

/** Shows whether an answer is right, why, and how it comes about; whether somebody goes on. */
export async function showVerdict(asker: Asker, card: Card, judged: Judged, progress: Progress): Promise<boolean> {
  const { right, told: why, plain } = judged;
  const head = right ? `$(pass) ${l10n.t("Right")}` : `$(error) ${l10n.t("Not right")}`;
  const next = row("arrow-right", l10n.t("Next question"), "next" as const);
  const does = await asker.pick<"next" | "stop">({
    ...progress,
    aloud: aloud(judged),
    rows: [
      ...asked(card.plain.question),
      line(),
      { label: head, alwaysShow: true },
      ...rowsOf(why ?? ""),
      ...told(l10n.t("answer"), plain?.answer),
      ...told(l10n.t("how"), plain?.explanation),
      line(),
      next,
      stopRow(),
    ],
    active: next,
    keys: { " ": "next" },
    links: card.links ?? [],
  });
  return does === "next";
}

/** In one line, for whoever listens. */
function aloud({ right, told: why, plain }: Judged): string {
  const parts = right ? [l10n.t("Right"), why ?? plain?.explanation] : [l10n.t("Not right"), why, plain?.answer];
  return parts.filter(Boolean).join(". ");
}

export const stopRow = () => row("close", l10n.t("Stop"), "stop" as const);
const passRow = () => row("arrow-right", l10n.t("Pass over"), "next" as const);
