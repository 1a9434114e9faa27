import { type Change, type Changes, changeBetween, trimmed, withChange, withoutChange } from "../core/changes";
import { type EarlierText, earlierText } from "../core/earlier-text";
import { once } from "../core/once";
import type { Understood } from "../service";
import { isBroken, isUnfinished, type Step } from "../service/unfinished";

/** A version of an open program that was read. */
export interface Shown {
  readonly understood: Understood | undefined;
  /** It is an earlier version that stands in for one that is being typed: how it lies in that. */
  readonly earlier?: EarlierText & { readonly text: string };
  /** Only a pause will tell whether something is wrong with it. */
  readonly waits?: true;
  /** The version itself, where it is not what is shown. */
  latest?(): Understood | undefined;
}

/**
 * Programs while somebody types in them. Nearly every letter leaves a text that is no program, or one in which something
 * is not there yet, so that of a version that is not finished the last that was is shown: it lies in the new text where
 * nobody has touched it. One such version is kept of each open document.
 */
export interface Programs {
  /** A version has come, whether or not anybody will ask for it. */
  changed(uri: string, text: string): void;
  /** What is shown of a version; `isSettled` where somebody has paused in it, so that it is taken for what it says. */
  shown(uri: string, text: string, isSettled: boolean, read: Read): Shown;
  /** The text of the last finished version, where that stands in for one that is broken or only maybe well. */
  finished(uri: string, waits: boolean): string | undefined;
  closed(uri: string): void;
  /** All is read again with other settings. */
  forget(): void;
}

type Read = (text: string) => Understood | undefined;

interface Finished {
  readonly text: string;
  readonly understood: Understood;
}

/** So many places in which somebody has written since are looked at each by itself. */
const mostChanges = 8;

interface Program {
  /** The last version, what has changed since the last finished one, and how the last change came. */
  readonly text: string;
  readonly changes: Changes;
  readonly step: Step;
  readonly finished?: { readonly text: string; readonly understood?: Understood };
}

export function programs(): Programs {
  const known = new Map<string, Program>();

  /** The last finished version, read anew where that was with other settings. */
  function finishedOf(uri: string, read: Read): Finished | undefined {
    const { finished, ...program } = known.get(uri) ?? {};
    const understood = finished && (finished.understood ?? read(finished.text));
    if (!finished || !understood) return undefined;
    const now = { text: finished.text, understood };
    known.set(uri, { ...(program as Program), finished: now });
    return now;
  }

  /** What has changed since the last finished version; it is one change where a text has come too late to be the last. */
  function changesTo(uri: string, text: string, finished: Finished): Changes {
    const last = known.get(uri);
    if (last?.text === text) return last.changes;
    const change = changeBetween(finished.text, text);
    return change ? [change] : [];
  }

  const standingIn = (uri: string, text: string, finished: Finished) => ({
    understood: finished.understood,
    earlier: { ...earlierText(finished.text, text, changesTo(uri, text, finished)), text: finished.text },
  });

  function finish(uri: string, text: string, understood: Understood): void {
    const last = known.get(uri);
    if (!last) return;
    const change = changeBetween(text, last.text);
    known.set(uri, { ...last, changes: change ? [change] : [], finished: { text, understood } });
  }

  /** What is broken is mostly one place, and what somebody writes elsewhere meanwhile counts as it is written. */
  function finishBeside(uri: string, text: string, before: Finished, changes: Changes, read: Read): void {
    if (changes.length < 2 || changes.length > mostChanges) return;
    for (const left of changes) {
      const beside = withoutChange(changes, left, before.text, text);
      if (isBroken(beside)) continue;
      const others = changes.filter((one) => one !== left);
      const understood = read(beside);
      const lies = earlierText(before.text, beside, others);
      if (understood && !isUnfinished(before.understood.analysis, understood.analysis, lies, "letter"))
        finish(uri, beside, understood);
      return;
    }
  }

  return {
    changed(uri, text) {
      const last = known.get(uri);
      const change = last && changeBetween(last.text, text);
      if (last && !change) return;
      if (!last || !change || isAnother(last.text, text, change))
        return void known.set(uri, { text, changes: [], step: "text" });
      const { from, to, length } = change;
      const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
      const step = stepOf(last.text.slice(from, to), text.slice(from, from + length), line);
      const changes = last.finished ? trimmed(withChange(last.changes, change), last.finished.text, text) : [];
      known.set(uri, { ...last, text, changes, step });
    },
    shown(uri, text, isSettled, read) {
      const { step = "text" } = known.get(uri) ?? {};
      const finished = finishedOf(uri, read);
      if (!finished) {
        const understood = read(text);
        if (!understood) return { understood };
        if (step === "letter" && !isSettled && understood.analysis.problems.length)
          return { understood: withoutProblems(understood), waits: true, latest: () => understood };
        if (!isBroken(text)) finish(uri, text, understood);
        return { understood };
      }
      if (isBroken(text)) {
        finishBeside(uri, text, finished, changesTo(uri, text, finished), read);
        return { ...standingIn(uri, text, finishedOf(uri, read)!), latest: once(() => read(text)) };
      }
      const { earlier } = standingIn(uri, text, finished);
      const understood = read(text);
      const isOpen = understood
        ? isUnfinished(finished.understood.analysis, understood.analysis, earlier, step)
        : step === "letter";
      if (!isSettled && isOpen)
        return { understood: finished.understood, earlier, waits: true, latest: () => understood };
      if (understood) finish(uri, text, understood);
      else known.delete(uri);
      return { understood };
    },
    finished(uri, waits) {
      const { finished, text = "" } = known.get(uri) ?? {};
      return finished && (waits || isBroken(text)) ? finished.text : undefined;
    },
    closed: (uri) => void known.delete(uri),
    forget() {
      for (const [uri, { finished, ...program }] of known)
        known.set(uri, finished ? { ...program, finished: { text: finished.text } } : program);
    },
  };
}

/** A letter may come with the other half of a pair that an editor adds, or with the blanks of a new line. */
function stepOf(gone: string, come: string, before: string): Step {
  // A number is whole with each of its digits, as it is in models of YAML.
  if (/^\d*$/.test(gone + come) && /(?<![\w.])\d*$/.test(before)) return "words";
  if (!/[\r\n]/.test(gone) && come.trim().length <= 2) return "letter";
  return come.trim().split(/\r\n|\r|\n/).length > 2 ? "text" : "words";
}

/** Of a text most of whose lines are gone nothing could stand in for one that has taken its place. */
function isAnother(before: string, text: string, { from, to }: Change): boolean {
  if (2 * (to - from) < before.length) return false;
  const left = new Set(linesIn(text));
  const lines = linesIn(before);
  return 2 * lines.filter((line) => left.has(line)).length < lines.length;
}

const linesIn = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");

const withoutProblems = (understood: Understood): Understood => ({
  ...understood,
  analysis: { ...understood.analysis, problems: [] },
});
