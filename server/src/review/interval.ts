import { type Message, plural, say } from "../core/message";
import { dayLength } from "./day";

const minute = 60_000;
const hour = 60 * minute;

/** How long something is put off, as a button says it: 10 min, 3 d, 1.5 years. */
export function intervalWords(milliseconds: number): Message {
  const days = milliseconds / dayLength;
  const [minutes, hours] = [Math.max(1, Math.round(milliseconds / minute)), Math.round(milliseconds / hour)];
  if (minutes < 60) return say`${String(minutes)} min`;
  if (hours < 24) return say`${String(hours)} h`;
  if (days < 31) return say`${String(Math.round(days))} d`;
  const isMonths = days < 365;
  const count = Math.round((days / (isMonths ? 30.44 : 365.25)) * 10) / 10;
  return isMonths
    ? plural(count, say`${String(count)} month`, say`${String(count)} months`)
    : plural(count, say`${String(count)} year`, say`${String(count)} years`);
}
