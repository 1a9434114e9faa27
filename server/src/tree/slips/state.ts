import type { CheckId } from "../../core/checks";
import type { Message } from "../../core/message";
import { type Edit, type Problem, problem } from "../../core/problem";
import type { Span } from "../../core/span";

/** A column at which the keys of a map or the dashes of a list stand. */
export interface Level {
  readonly column: number;
  readonly dash: boolean;
  /** The key last seen at this column. */
  key?: string | undefined;
  /** How many dashes there were before the last at this column. */
  index: number;
}

/** A bracket that waits for its other half. */
export interface Open {
  readonly bracket: "[" | "{";
  readonly at: number;
  /** The value of a key has begun, so that a colon is only a character. */
  keyed: boolean;
  key?: string | undefined;
  /** Commas so far, and where the text behind the last of them, or behind the key, begins. */
  commas: number;
  since: number;
}

/** A slip that is being collected: what repairs it may be spread over several lines. */
interface Draft {
  readonly id: CheckId;
  readonly span: Span;
  readonly message: Message;
  readonly title: Message;
  readonly edits: Edit[];
}

/** What is known of a text up to some place. It is YAML as far as slips need it: lines, keys, dashes, brackets, quotes. */
export interface State {
  readonly text: string;
  readonly drafts: Draft[];
  /** Maps and lists that are open, outermost first. */
  levels: Level[];
  readonly open: Open[];
  /** The quoted text that is open. */
  quote?: { readonly at: number; readonly mark: string } | undefined;
  /** Where a value of brackets or quotes must stay to the right of: the column of its key, or none at all. */
  base: number;
  /** Lines further in than this belong to a text that began with `|` or `>`. */
  block?: number | undefined;
  /** The end of what was read last, blanks and comments left out. */
  end: number;
  /** A word without a colon, alone on its line, that may turn out to be a key. */
  bare?: { readonly span: Span; readonly column: number; readonly dash: number | undefined } | undefined;
  /** The last key has its value on its own line, so that nothing further in can belong to it. */
  complete: boolean;
  /** The last key. */
  key?: Span | undefined;
  /** Lines that are moved with the one above them, from this column on. */
  moved?: { readonly column: number; readonly by: number; readonly draft: Draft } | undefined;
  /** The draft for all tabs of the text. */
  tabs?: Draft | undefined;
}

export const begin = (text: string): State => ({
  text,
  drafts: [],
  levels: [],
  open: [],
  base: -1,
  end: 0,
  complete: false,
});

export function note(state: State, id: CheckId, span: Span, message: Message, title: Message, ...edits: Edit[]): Draft {
  const draft = { id, span, message, title, edits };
  state.drafts.push(draft);
  return draft;
}

export const problemsOf = ({ drafts }: State): readonly Problem[] =>
  drafts.map(({ id, span, message, title, edits }) => problem(id, span, message, { title, edits, safe: true }));

export function push({ levels }: State, column: number, dash: boolean, key?: string): void {
  const last = levels.at(-1);
  if (last?.column !== column || last.dash !== dash) levels.push({ column, dash, key, index: 0 });
  else if (dash) last.index++;
  else last.key = key;
}
