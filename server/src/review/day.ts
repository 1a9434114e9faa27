/** How far the clock on the wall is from that of Greenwich at a moment, in minutes, to the east above zero. */
export type Zone = (at: number) => number;

const minute = 60_000;
const hour = 60 * minute;
export const dayLength = 24 * hour;

/** Days are counted from 1 January 1970; each begins at an hour of the clock on the wall. */
export const dayOf = (at: number, zone: Zone, startsAt: number): number =>
  Math.floor((at + zone(at) * minute - startsAt * hour) / dayLength);

/** The moment at which a day begins, also where the clocks are changed in it. */
export function startOf(day: number, zone: Zone, startsAt: number): number {
  const onWall = day * dayLength + startsAt * hour;
  const near = onWall - zone(onWall) * minute;
  return onWall - zone(near) * minute;
}

/** `2026-11-27`. */
export function dateOf(day: number): string {
  // Years are counted from March, so that a leap day is the last one.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const inCalendar = month < 10 ? month + 3 : month - 9;
  const digits = (number: number, count: number): string => String(number).padStart(count, "0");
  return `${digits(year + era * 400 + (inCalendar <= 2 ? 1 : 0), 4)}-${digits(inCalendar, 2)}-${digits(date, 2)}`;
}

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
