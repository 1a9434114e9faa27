import type { OptionName, Options } from "./options";

/** 1 again, 2 hard, 3 good, 4 easy. */
export const grades = [1, 2, 3, 4] as const;
/** As a command and a script say them. */
export const gradeWords = ["again", "hard", "good", "easy"] as const;
export type Grade = (typeof grades)[number];

/** What happened to a card, or to how cards are asked. */
export type Fact =
  | { readonly kind: "review"; readonly card: string; readonly grade: Grade; readonly took?: number }
  /** The event of that id has not happened, whatever it was; undoing an undo has it happen again. */
  | { readonly kind: "undo"; readonly of: string }
  /** Not asked before `until`. */
  | { readonly kind: "bury"; readonly card: string; readonly until: number }
  | { readonly kind: "suspend"; readonly card: string }
  | { readonly kind: "unsuspend"; readonly card: string }
  /** The card is new again. */
  | { readonly kind: "reset"; readonly card: string }
  /** Without a deck for all decks that say nothing else; `null` takes a choice back. */
  | { readonly kind: "options"; readonly deck?: string; readonly set: Choices };

export type Choices = { readonly [N in OptionName]?: Options[N] | null };

/** What every event says, also one of a kind that a later version knows. */
export interface Stamp {
  /** Unique among all events of all machines: by it logs are joined. */
  readonly id: string;
  /** One more than the largest that its writer knew: what came after what, whatever clocks said. */
  readonly n: number;
  /** Milliseconds since 1970, as the clock of the device said. */
  readonly at: number;
  readonly device: string;
}

export type Event = Stamp & Fact;

/** An event as it stands in a log, letter by letter. What cannot be understood has no `event`, and is kept. */
export interface Entry {
  readonly stamp: Stamp;
  readonly event?: Event;
  readonly line: string;
}

/** A card is named by its deck and, behind the first slash, its id. */
export const keyOf = (deck: string, card: string): string => `${deck}/${card}`;
export const deckOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf("/")));
export const idOf = (key: string): string => key.slice(key.indexOf("/") + 1);
