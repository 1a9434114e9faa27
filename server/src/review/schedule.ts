import { type Card, type FSRS, fsrs, GenSeedStrategyWithCardId, State, StrategyMode } from "ts-fsrs";
import type { Grade } from "./event";
import type { Options } from "./options";

export const phases = ["new", "learning", "review", "relearning"] as const;
export type Phase = (typeof phases)[number];

/** What is known of how well a card is remembered. Times are milliseconds since 1970. */
export interface Memory {
  readonly phase: Phase;
  readonly due: number;
  /** Days after which nine of ten such cards are still known. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** Days from the last review to when it is due; 0 while it comes again within the day. */
  readonly days: number;
  /** How far in the steps of learning. */
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  readonly last: number;
}

/** The memory of a card after an answer. */
export const answered = (
  key: string,
  memory: Memory | undefined,
  grade: Grade,
  at: number,
  options: Options,
): Memory => {
  const now = notBefore(memory, at);
  return memoryOf(schedulerOf(options).next(cardOf(key, memory, now), now, grade).card);
};

/** What each of the four answers would lead to. */
export function offered(
  key: string,
  memory: Memory | undefined,
  at: number,
  options: Options,
): { readonly [G in Grade]: Memory } {
  const now = notBefore(memory, at);
  const { 1: again, 2: hard, 3: good, 4: easy } = schedulerOf(options).repeat(cardOf(key, memory, now), now);
  return { 1: memoryOf(again.card), 2: memoryOf(hard.card), 3: memoryOf(good.card), 4: memoryOf(easy.card) };
}

/** The chance that a card is known at a moment. */
export const recallOf = (memory: Memory, at: number, options: Options): number =>
  schedulerOf(options).get_retrievability(cardOf("", memory, at), notBefore(memory, at), false);

/** Where the clock was set back since, no time has passed. */
const notBefore = (memory: Memory | undefined, at: number): number => Math.max(at, memory?.last ?? at);

type Known = Omit<Card, "due" | "last_review"> & { readonly due: number; readonly last_review: number | null };

/** The name of the card is what the fuzz of its intervals hangs on, so that the buttons say what will be. */
const cardOf = (key: string, memory: Memory | undefined, at: number): Known & { readonly key: string } => ({
  key,
  due: memory?.due ?? at,
  stability: memory?.stability ?? 0,
  difficulty: memory?.difficulty ?? 0,
  elapsed_days: 0,
  scheduled_days: memory?.days ?? 0,
  learning_steps: memory?.step ?? 0,
  reps: memory?.reps ?? 0,
  lapses: memory?.lapses ?? 0,
  state: memory ? phases.indexOf(memory.phase) : State.New,
  last_review: memory?.last ?? null,
});

const memoryOf = ({ state, due, last_review, ...card }: Card): Memory => ({
  phase: phases[state]!,
  due: due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  days: card.scheduled_days,
  step: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  last: last_review!.getTime(),
});

const schedulers = new Map<string, FSRS>();
const most = 50;

/** One for all decks with the same options; a pure function of them. */
function schedulerOf({ retention, longestInterval, fuzz, learningSteps, relearningSteps }: Options): FSRS {
  const key = [retention, longestInterval, fuzz, learningSteps, relearningSteps.join()].join(" ");
  const kept = schedulers.get(key);
  if (kept) return kept;
  if (schedulers.size >= most) schedulers.clear();
  const made = fsrs({
    request_retention: retention,
    maximum_interval: longestInterval,
    enable_fuzz: fuzz,
    learning_steps: [...learningSteps],
    relearning_steps: [...relearningSteps],
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("key"));
  schedulers.set(key, made);
  return made;
}
