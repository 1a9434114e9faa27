/** What the client and the server say to each other beyond the Language Server Protocol; `docs/protocol.md` explains it. */

/** Sent by the server after every analysis of an open document. */
export const STATUS = "convlint/status";

/** Commands that the server offers. The language client registers them under these names, so its own are called otherwise. */
export const SUMMARY = "convlint.summary";
export const SET_SCALE = "convlint.setScale";
export const NEXT_CARD = "convlint.quiz.next";

export interface ModelStatus {
  readonly uri: string;
  readonly version: number;
  /** Null: the document is no model. */
  readonly format: string | null;
  readonly scale: string | null;
  readonly scales: readonly string[];
  /** One entry a scale, or one with a null scale; the figures are written for people. */
  readonly totals: readonly Totals[];
  readonly errors: number;
  readonly warnings: number;
}

export interface Totals {
  readonly scale: string | null;
  readonly parameters: string;
  readonly macs: string;
}

export interface Card {
  readonly id: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** The same for places that show no Markdown, as a quick pick is one. */
  readonly plain: { readonly question: string; readonly answer: string };
  readonly tags: readonly string[];
  /** A target is a web address or a path inside the extension. */
  readonly links?: readonly { readonly title: string; readonly target: string }[];
}
