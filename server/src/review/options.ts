import { type Message, say } from "../core/message";

/** How the cards of a deck are asked. */
export interface Options {
  readonly retention: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly learningSteps: readonly Step[];
  readonly relearningSteps: readonly Step[];
  readonly longestInterval: number;
  readonly leechAfter: number;
  readonly leechAction: LeechAction;
  readonly fuzz: boolean;
  readonly dayStartsAt: number;
}

export type OptionName = keyof Options;
export type Step = `${number}${"m" | "h" | "d"}`;
const leechActions = ["suspend", "tag"] as const;
export type LeechAction = (typeof leechActions)[number];

interface OptionDefinition<T> {
  readonly doc: string;
  readonly default: T;
  /** What may be written, in a few words. */
  readonly takes: Message;
  readonly isValid: (value: unknown) => boolean;
  /** Read from a command line; what cannot be read is not valid either. */
  readonly read: (word: string) => unknown;
}

const number = (from: number, to: number, isWhole = true) => ({
  takes: isWhole
    ? say`a whole number from ${String(from)} to ${String(to)}`
    : say`a number from ${String(from)} to ${String(to)}`,
  isValid: (value: unknown): boolean =>
    typeof value === "number" && value >= from && value <= to && (!isWhole || Number.isInteger(value)),
  read: (word: string): unknown => (word.trim() === "" ? undefined : Number(word)),
});

const isStep = (step: unknown): step is Step => typeof step === "string" && /^[1-9]\d{0,3}[mhd]$/.test(step);
const steps = {
  takes: say`at most ten times such as ${"1m,10m,1h,1d"}; ${"none"} for no steps`,
  isValid: (value: unknown): boolean => Array.isArray(value) && value.length <= 10 && value.every(isStep),
  read: (word: string): unknown => (word === "none" || word === "" ? [] : word.split(",").map((one) => one.trim())),
};

const flags: { readonly [word: string]: boolean } = { on: true, true: true, off: false, false: false };

export const optionDefinitions: { readonly [N in OptionName]: OptionDefinition<Options[N]> } = {
  retention: {
    doc: "the share of cards that should still be known when they come again",
    default: 0.9,
    ...number(0.7, 0.99, false),
  },
  newPerDay: {
    doc: "new cards a day, at most",
    default: 10,
    ...number(0, 9999),
  },
  reviewsPerDay: {
    doc: "reviews a day, at most; cards that are being learned do not count",
    default: 200,
    ...number(0, 9999),
  },
  learningSteps: { doc: "when a new card comes again until it is learned", default: ["1m", "10m"], ...steps },
  relearningSteps: { doc: "when a forgotten card comes again", default: ["10m"], ...steps },
  longestInterval: {
    doc: "the most days until a card comes again",
    default: 36_500,
    ...number(1, 36_500),
  },
  leechAfter: {
    doc: "a card that was forgotten so often is a leech; 0 for never",
    default: 8,
    ...number(0, 99),
  },
  leechAction: {
    doc: "what becomes of a leech: it is no longer asked, or only marked",
    default: "suspend",
    takes: say`${"suspend"} or ${"tag"}`,
    isValid: (value) => leechActions.some((one) => one === value),
    read: (word) => word,
  },
  fuzz: {
    doc: "intervals a little longer or shorter, so that cards learned together part",
    default: true,
    takes: say`${"on"} or ${"off"}`,
    isValid: (value) => typeof value === "boolean",
    read: (word) => (Object.hasOwn(flags, word) ? flags[word] : undefined),
  },
  dayStartsAt: {
    doc: "the hour at which a day begins; who learns past midnight is still in the day before",
    default: 4,
    ...number(0, 23),
  },
};

export const optionNames = Object.keys(optionDefinitions) as readonly OptionName[];

export const isOptionName = (name: string): name is OptionName => Object.hasOwn(optionDefinitions, name);

export const defaults = Object.fromEntries(
  optionNames.map((name) => [name, optionDefinitions[name].default]),
) as unknown as Options;
