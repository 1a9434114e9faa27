import { l10n, window } from "vscode";
import { OPTIONS } from "./protocol";
import type { Session } from "./session";

interface Limits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** Asks how many cards a day are wanted at most; what is left as it is stays so. */
export async function changeLimits(session: Session): Promise<void> {
  const now = await session.run<Limits>(OPTIONS, {});
  const newPerDay = await askNumber(l10n.t("New cards a day and deck, at most"), now.newPerDay);
  if (newPerDay === undefined) return;
  const reviewsPerDay = await askNumber(l10n.t("Reviews a day and deck, at most"), now.reviewsPerDay);
  if (reviewsPerDay === undefined) return;
  await session.run(OPTIONS, { set: { newPerDay, reviewsPerDay } });
}

async function askNumber(prompt: string, now: number): Promise<number | undefined> {
  const text = await window.showInputBox({
    title: l10n.t("Limits of a Day"),
    prompt,
    value: String(now),
    validateInput: (typed) => (/^\d{1,4}$/.test(typed.trim()) ? undefined : l10n.t("A whole number from 0 to 9999")),
  });
  return text === undefined ? undefined : Number(text);
}
