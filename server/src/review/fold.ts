import { type Choices, deckOf, type Entry, type Event, type Grade } from "./event";
import { happened } from "./merge";
import { defaults, type Options } from "./options";
import { answered, type Memory, type Phase } from "./schedule";

/** Where somebody stands with a card. A card of which nothing is known is new. */
export interface Progress {
  readonly memory?: Memory;
  /** Not asked before. */
  readonly buriedUntil?: number;
  readonly isSuspended?: true;
  /** It was forgotten again and again. */
  readonly isLeech?: true;
}

/** A review that counts, with what was known of the card before it. */
export interface Answer {
  readonly key: string;
  readonly at: number;
  readonly grade: Grade;
  /** Milliseconds from question to answer. */
  readonly took?: number;
  readonly phase: Phase;
  /** Days for which it had been put off. */
  readonly days: number;
}

/** All that follows from a log. */
export interface Learned {
  readonly cards: ReadonlyMap<string, Progress>;
  readonly answers: readonly Answer[];
  /** How the cards of a deck are asked. */
  readonly optionsOf: (deck: string) => Options;
  /** What was chosen, by deck; the empty name stands for all decks. */
  readonly choices: ReadonlyMap<string, Chosen>;
}

export type Chosen = Partial<Options>;

/** Nothing is stored but what happened: every state comes from here. */
export function learned(entries: readonly Entry[]): Learned {
  const cards = new Map<string, Progress>();
  const answers: Answer[] = [];
  const choices = new Map<string, Chosen>();
  const known = new Map<string, Options>();
  const optionsOf = (deck: string): Options => {
    const kept = known.get(deck) ?? { ...defaults, ...choices.get(""), ...choices.get(deck) };
    known.set(deck, kept);
    return kept;
  };
  for (const event of happened(entries)) {
    if (event.kind === "options") {
      const deck = event.deck ?? "";
      choices.set(deck, chosen(choices.get(deck), event.set));
      // Answers from here on are scheduled by it; what is scheduled stays.
      known.clear();
    } else if (event.kind !== "undo") {
      const before = cards.get(event.card) ?? {};
      const options = optionsOf(deckOf(event.card));
      if (event.kind === "review") answers.push(answerOf(event, before));
      const after = changed(event, before, options);
      if (after) cards.set(event.card, after);
      else cards.delete(event.card);
    }
  }
  return { cards, answers, optionsOf, choices };
}

/** Without what is taken back. */
const chosen = (before: Chosen | undefined, set: Choices): Chosen =>
  Object.fromEntries(Object.entries({ ...before, ...set }).filter(([, value]) => value !== null));

const answerOf = ({ card, at, grade, took }: Extract<Event, { kind: "review" }>, { memory }: Progress): Answer => ({
  key: card,
  at,
  grade,
  ...(took !== undefined && { took }),
  phase: memory?.phase ?? "new",
  days: memory?.days ?? 0,
});

type OfCard = Exclude<Event, { kind: "options" | "undo" }>;

function changed(event: OfCard, before: Progress, options: Options): Progress | undefined {
  const { isSuspended, ...rest } = before;
  switch (event.kind) {
    case "review":
      return reviewed(event, before, options);
    case "bury":
      return { ...before, buriedUntil: event.until };
    case "suspend":
      return { ...before, isSuspended: true };
    case "unsuspend":
      return someOf(rest);
    case "reset":
      return undefined;
  }
}

/** A card of which nothing is left to be said is as new. */
const someOf = (progress: Progress): Progress | undefined => (Object.keys(progress).length ? progress : undefined);

/** Who answers a card sees it: it is buried no longer. */
function reviewed(
  { card, grade, at }: Extract<Event, { kind: "review" }>,
  { memory: before, isSuspended, isLeech }: Progress,
  options: Options,
): Progress {
  const memory = answered(card, before, grade, at, options);
  const isNow = memory.lapses > (before?.lapses ?? 0) && isLeechAt(memory.lapses, options.leechAfter);
  const suspended = isSuspended || (isNow && options.leechAction === "suspend");
  return {
    memory,
    ...(suspended && { isSuspended: true as const }),
    ...((isLeech || isNow) && { isLeech: true as const }),
  };
}

/** At the threshold, and again after every half of it, for whoever takes the card up again. */
const isLeechAt = (lapses: number, after: number): boolean =>
  after > 0 && lapses >= after && (lapses - after) % Math.max(1, Math.ceil(after / 2)) === 0;
