import { type Message, plural, say } from "../core/message";
import { intervalWords } from "../review/interval";
import type { Options } from "../review/options";
import type { Queue } from "../review/queue";
import { moment, type Sitting } from "./sitting";

/** What is said where no card is left for now: when one comes, what the limits of a day keep back, what is put away. */
export function endingOf(sitting: Sitting, { again, heldBack }: Queue): readonly Message[] {
  const { cards, journal } = sitting;
  const { at } = moment();
  if (!cards.length) return [say`There is no card to ask.`];
  const known = cards.map(({ key }) => journal.learned.cards.get(key) ?? {});
  const suspended = known.filter(({ isSuspended }) => isSuspended).length;
  const soonest = again ?? least(known.flatMap((one) => (one.isSuspended ? [] : [comes(one)])));
  return [
    again === undefined ? say`Nothing more is due today.` : say`Nothing more is due now.`,
    ...(Number.isFinite(soonest) ? [say`The next card comes back in ${intervalWords(soonest - at)}.`] : []),
    ...heldNew(heldBack.new, limitOf(sitting, "newPerDay")),
    ...heldDue(heldBack.due, limitOf(sitting, "reviewsPerDay")),
    ...(suspended
      ? [plural(suspended, say`1 card is put away and not asked.`, say`${suspended} cards are put away and not asked.`)]
      : []),
  ];
}

const least = (times: readonly number[]): number => times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** When a card is asked again. One that is new waits for the limit of a day, or for the day to which it was put off. */
const comes = ({
  memory,
  buriedUntil = 0,
}: {
  readonly memory?: { readonly due: number };
  readonly buriedUntil?: number;
}) => (memory || buriedUntil ? Math.max(memory?.due ?? 0, buriedUntil) : Number.POSITIVE_INFINITY);

/** The limit of all decks that are asked; nothing where they have different ones. */
function limitOf({ decks, journal }: Sitting, name: "newPerDay" | "reviewsPerDay"): Options[typeof name] | undefined {
  const [limit, ...others] = new Set(decks.map(({ id }) => journal.learned.optionsOf(id)[name]));
  return others.length ? undefined : limit;
}

function heldNew(held: number, limit: number | undefined): readonly Message[] {
  if (!held) return [];
  if (limit === undefined)
    return [
      plural(
        held,
        say`1 new card waits, since no more new cards are asked today.`,
        say`${held} new cards wait, since no more new cards are asked today.`,
      ),
    ];
  return [
    plural(
      held,
      say`1 new card waits: at most ${String(limit)} new ones are asked a day and deck.`,
      say`${held} new cards wait: at most ${String(limit)} new ones are asked a day and deck.`,
    ),
  ];
}

function heldDue(held: number, limit: number | undefined): readonly Message[] {
  if (!held) return [];
  if (limit === undefined)
    return [
      plural(
        held,
        say`1 more card is due, but the limit of reviews a day is reached.`,
        say`${held} more cards are due, but the limit of reviews a day is reached.`,
      ),
    ];
  return [
    plural(
      held,
      say`1 more card is due: at most ${String(limit)} are reviewed a day and deck.`,
      say`${held} more cards are due: at most ${String(limit)} are reviewed a day and deck.`,
    ),
  ];
}
