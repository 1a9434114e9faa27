/** What the client and the server say to each other beyond the Language Server Protocol; `docs/protocol.md` explains it. */

/** Sent by the server after every analysis of an open document. */
export const STATUS = "convlint/status";

/** Sent by the server where a mistake was mended. */
export const CARD = "convlint/card";

/** Asked of the server: what is wrong in a text that is not open, and what it says of itself. */
export const CHECK = "convlint/check";
export const ABOUT = "convlint/about";

/** Asked by a server that has no disk: the text of a file, and which files there are. */
export const READ_FILE = "convlint/readFile";
export const FIND_FILES = "convlint/findFiles";

/** Asked by the server while somebody reviews cards: the logs of what was answered. */
export const REVIEW_LOGS = "convlint/reviewLogs";
export const REVIEW_LOG = "convlint/reviewLog";
export const REVIEW_APPEND = "convlint/reviewAppend";

/** Commands that the server offers. The language client registers them under these names, so its own are called otherwise. */
export const SUMMARY = "convlint.summary";
export const SET_SCALE = "convlint.setScale";
export const NEXT_CARD = "convlint.quiz.next";
export const JUDGE = "convlint.quiz.judge";
export const COVER = "convlint.quiz.cover";
export const SNIPPETS = "convlint.quiz.snippets";
export const DUE = "convlint.quiz.due";
export const ANSWER = "convlint.quiz.answer";
export const PUT = "convlint.quiz.put";
export const UNDO = "convlint.quiz.undo";
export const STATISTICS = "convlint.quiz.statistics";
export const LESSON = "convlint.quiz.lesson";
export const IMPORT = "convlint.quiz.import";
export const OPTIONS = "convlint.quiz.options";
export const DECKS = "convlint.quiz.decks";
export const CARDS = "convlint.quiz.cards";
export const SOURCE = "convlint.quiz.source";
export const UNWRITTEN = "convlint.quiz.unwritten";
export const PREDICT = "convlint.predict";
export const GUESSES = "convlint.guesses";
export const TO_NATIVE = "convlint.toNative";
export const EXPORT = "convlint.exportTo";
export const ZOO = "convlint.zoo";
export const PAGE = "convlint.page";

/** All of the documentation has addresses of this scheme: pages that the server writes, and those in the package. */
export const SCHEME = "convlint-docs";
export const documentation = `${SCHEME}:/`;

/** What is known of a model as a whole. */
export interface Known {
  /** Null: the document is no model. */
  readonly format: string | null;
  readonly scale: string | null;
  readonly scales: readonly string[];
  /** One entry a scale, or one with a null scale; the figures are written for people. */
  readonly totals: readonly Totals[];
  readonly errors: number;
  readonly warnings: number;
  /** It can be made a file of the native format. */
  readonly converts?: boolean;
  /** Its scales are models of a program, each called by a name of its own. */
  readonly isProgram?: boolean;
}

export interface ModelStatus extends Known {
  readonly uri: string;
  readonly version: number;
  /** Milliseconds of reading and analysing. */
  readonly took?: number;
  /** The shapes of its layers are asked for rather than shown. */
  readonly predicts?: boolean;
  /** The configuration files that count for the model, the outermost first, and how much is wrong in them. */
  readonly settings?: { readonly problems: number; readonly files: readonly string[] };
}

export interface Totals {
  readonly scale: string | null;
  readonly parameters: string;
  readonly macs: string;
}

export interface Card {
  readonly id: string;
  /** By which a card of a deck is graded; what is made up has none. */
  readonly key?: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same for places that show no Markdown, as a quick pick is one. */
  readonly plain: { readonly question: string; readonly answer: string; readonly explanation?: string };
  readonly tags: readonly string[];
  /** A target is a web address or a path inside the extension. */
  readonly links?: readonly { readonly title: string; readonly target: string }[];
  readonly choices?: readonly { readonly text: string }[];
  readonly typed?: { readonly example: string };
  /** The row of the model that it is about. */
  readonly range?: Range;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A card that explains a mistake which was mended, and how that is told. */
export interface OfferedCard {
  readonly told: string;
  readonly card: Card;
}

export interface DueCard extends Card {
  /** The four grades, and when the card comes again after each. */
  readonly grades: readonly { readonly grade: string; readonly in: string }[];
}

/** What is to be reviewed, and what was done. */
export interface Due {
  readonly card: DueCard | null;
  readonly counts: { readonly new: number; readonly learning: number; readonly due: number };
  /** Why there is no card. */
  readonly nothing: string | null;
  /** When other cards are due though nobody does anything. */
  readonly changes: string;
  readonly told: readonly string[];
  readonly problems: readonly string[];
}

/** What came of an answer to a question. */
export interface Judged {
  readonly right: boolean;
  /** False where what was typed is no answer at all. */
  readonly read: boolean;
  /** Why it is wrong, or what a right answer leaves out. */
  readonly told: string | null;
  readonly plain?: { readonly answer: string; readonly explanation?: string };
}

/** A deck that is a lesson. */
export interface ListedLesson {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly uri?: string;
}

/** How far a model is in a lesson. */
export interface Lesson extends ListedLesson {
  readonly start: string;
  readonly steps: readonly {
    readonly goal: boolean;
    readonly done: boolean;
    readonly plain: { readonly question: string; readonly answer: string };
  }[];
  readonly at: number;
  readonly wrong: string | null;
  readonly done: boolean;
}

/** A text of another program as a deck, and what of it was left out or changed. */
export interface Imported {
  readonly text: string;
  readonly cards: number;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** A deck of cards, and how many of it are left for today. */
export interface Deck {
  readonly id: string;
  readonly name: string;
  readonly source: "built-in" | "file" | "models";
  /** The path of its file, as people read it. */
  readonly file?: string;
  readonly uri?: string;
  readonly cards: number;
  /** It has steps to be done one after the other, too. */
  readonly lesson: boolean;
  readonly counts: { readonly due: number; readonly learning: number; readonly new: number };
  readonly problems: readonly string[];
}

export const standings = ["due", "learning", "new", "later", "buried", "suspended"] as const;

/** A card of a deck as a list shows it. */
export interface DeckCard {
  readonly key: string;
  readonly id: string;
  readonly question: string;
  readonly tags: readonly string[];
  readonly standing: (typeof standings)[number];
  /** When it comes again, in words. */
  readonly comes: string | null;
  readonly leech: boolean;
}

/** Where a card is written: in a file, or in a text that the server has; UTF-16 units from its start. */
export interface CardSource {
  readonly deck: string;
  readonly uri: string | null;
  readonly text: string | null;
  readonly offset: number;
}

/** A published network that a new model can begin as. */
export interface ZooModel {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  readonly framework: string;
  readonly parameters: string;
  readonly macs: string;
}

export interface About {
  readonly version: string;
  readonly runtime: string;
  /** The number of its process, where it has one. */
  readonly process?: number;
  /** How many documents are open there. */
  readonly documents: number;
}
