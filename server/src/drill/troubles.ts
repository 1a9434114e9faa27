import { type Message, plural, say } from "../core/message";
import { intervalWords } from "../review/interval";
import type { Journal } from "../review/journal";
import type { Damage } from "../review/read-log";

/** What is to be told of logs and clocks; reviews go on whatever it is. */

export const damageMessage = ({ kind }: Damage): Message =>
  kind === "unfinished"
    ? say`the last line was not written to its end; it is left as it is and does not count`
    : say`this line cannot be read; it is left as it is, and all others count`;

export const unreadMessage = (reason: Message | string): Message => say`${reason}; its reviews do not count for now`;

const slack = 60_000;

/** Nothing where the clock goes as it should. */
export function clockMessage({ clockSetBack }: Journal): Message | undefined {
  return clockSetBack > slack
    ? say`the clock was set back: the last review is dated ${intervalWords(clockSetBack)} from now`
    : undefined;
}

/** Why answers are not in the log yet; nothing where all are. */
export function unwrittenMessage({ unwritten, fault }: Journal, where: Message): Message | undefined {
  const count = unwritten.length;
  if (!count) return undefined;
  const { code, message } = fault as { readonly code?: unknown; readonly message?: unknown };
  // A number is one of the protocol, which says nothing to anybody.
  const reason = code === "ENOSPC" ? say`the disk is full` : say`${String(typeof code === "string" ? code : message)}`;
  return plural(
    count,
    say`1 answer could not be written to ${where} (${reason}); it is kept in memory`,
    say`${count} answers could not be written to ${where} (${reason}); they are kept in memory`,
  );
}
