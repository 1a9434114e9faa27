import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Message, plural, render, say, verbatim } from "../../core/message";
import { askables } from "../../drill/decks";
import type { Sitting } from "../../drill/sitting";
import { clockMessage, damageMessage, unreadMessage, unwrittenMessage } from "../../drill/troubles";
import { openJournal } from "../../review/journal";
import type { Damage } from "../../review/read-log";
import { reasonOf } from "../read-text";
import { complainTo, type Streams, voiceIn } from "../usage";
import { decksFor } from "./decks";
import { deviceName, logFolder, usualFolder } from "./log-folder";

/** A sitting with cards, and where it keeps and says things. */
export interface Session extends Sitting {
  readonly folder: string;
  readonly device: string;
  readonly streams: Streams;
}

export async function openSession(
  { deck, storage }: { readonly deck?: readonly string[] | undefined; readonly storage?: string | undefined },
  streams: Streams,
): Promise<Session> {
  const decks = decksFor(deck, streams);
  const given = storage ?? process.env["CONVLINT_QUIZ_FOLDER"];
  const folder = given ? resolve(given) : usualFolder(process.platform, process.env, homedir());
  const device = deviceName();
  const journal = await openJournal(logFolder(folder, device), { device, now: Date.now, newId: randomUUID });
  const session = { decks, cards: askables(decks), journal, folder, device, streams };
  tellOfLogs(session);
  return session;
}

const mostTold = 3;

/** What cannot be read in the logs, and a clock that was set back. */
function tellOfLogs({ journal, folder, streams }: Session): void {
  for (const [name, error] of journal.unread)
    complainTo(streams, name ? join(folder, name) : folder, unreadMessage(reasonOf(error)));
  tellOfDamages(
    journal.damages.map((one) => ({ ...one, file: join(folder, one.file) })),
    streams,
  );
  const clock = clockMessage(journal);
  if (clock) complainTo(streams, folder, clock);
}

export function tellOfDamages(damages: readonly Damage[], streams: Streams): void {
  for (const damage of damages.slice(0, mostTold))
    complainTo(streams, `${damage.file}:${damage.line}`, damageMessage(damage));
  const more = damages.length - mostTold;
  if (more > 0) complainTo(streams, damages[0]!.file, plural(more, say`and 1 more line`, say`and ${more} more lines`));
}

/** Why answers are not in the log yet; nothing where all are. */
export const unwrittenIn = ({ journal, folder }: Session): Message | undefined =>
  unwrittenMessage(journal, verbatim(folder));

/** Says at the end what would be lost, so that it can be put into a log by hand, and gives the exit status. */
export function closed(session: Session): number {
  const fault = unwrittenIn(session);
  if (!fault) return 0;
  const { err } = session.streams;
  const help = say`these lines are what would be lost; in a file, --import-log takes them in:`;
  const tell = (message: Message): string => render(message, voiceIn(session.streams));
  err.write(`convlint: ${tell(fault)}\n${tell(help)}\n${session.journal.unwritten.join("\n")}\n`);
  return 2;
}
