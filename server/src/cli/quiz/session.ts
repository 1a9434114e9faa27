import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Message, plural, render, say } from "../../core/message";
import type { Zone } from "../../review/day";
import { intervalWords } from "../../review/interval";
import { type Journal, openJournal } from "../../review/journal";
import { type Askable, type Moment, type Queue, queueOf } from "../../review/queue";
import type { Damage } from "../../review/read-log";
import { reasonOf } from "../read-text";
import { complainTo, type Streams, voiceIn } from "../usage";
import { type Asked, askables, decksFor } from "./decks";
import { deviceName, logFolder, usualFolder } from "./log-folder";

/** The cards that are asked, and what is known of them. */
export interface Session {
  readonly decks: readonly Asked[];
  readonly cards: readonly Askable[];
  readonly journal: Journal;
  readonly folder: string;
  readonly device: string;
  readonly streams: Streams;
}

/** As the clock on the wall of this machine goes. */
const here: Zone = (at) => -new Date(at).getTimezoneOffset();

export const moment = (): Moment => ({ at: Date.now(), zone: here });

export const queueIn = ({ cards, journal }: Session): Queue => queueOf(cards, journal.learned, moment());

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
const slack = 60_000;

/** What cannot be read in the logs, and a clock that was set back. Reviews go on whatever it is. */
function tellOfLogs({ journal, folder, streams }: Session): void {
  for (const [name, error] of journal.unread)
    complainTo(streams, name ? join(folder, name) : folder, say`${reasonOf(error)}; its reviews do not count for now`);
  tellOfDamages(
    journal.damages.map((one) => ({ ...one, file: join(folder, one.file) })),
    streams,
  );
  const back = journal.clockSetBack;
  if (back > slack)
    complainTo(streams, folder, say`the clock was set back: the last review is dated ${intervalWords(back)} from now`);
}

export function tellOfDamages(damages: readonly Damage[], streams: Streams): void {
  for (const { file, line, kind } of damages.slice(0, mostTold))
    complainTo(
      streams,
      `${file}:${line}`,
      kind === "unfinished"
        ? say`the last line was not written to its end; it is left as it is and does not count`
        : say`this line cannot be read; it is left as it is, and all others count`,
    );
  const more = damages.length - mostTold;
  if (more > 0) complainTo(streams, damages[0]!.file, plural(more, say`and 1 more line`, say`and ${more} more lines`));
}

/** Why answers are not in the log yet; nothing where all are. */
export function unwrittenIn({ journal, folder }: Session): Message | undefined {
  const count = journal.unwritten.length;
  if (!count) return undefined;
  const { code, message } = journal.fault as NodeJS.ErrnoException;
  const reason = code === "ENOSPC" ? say`the disk is full` : say`${code ?? message}`;
  return plural(
    count,
    say`1 answer could not be written to ${folder} (${reason}); it is kept in memory`,
    say`${count} answers could not be written to ${folder} (${reason}); they are kept in memory`,
  );
}

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
