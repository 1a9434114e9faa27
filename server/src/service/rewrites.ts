import type { Analysis, Model } from "../core/analysis";
import { applied, inOrder } from "../core/edit";
import type { Rewrite } from "../core/format";
import { type Message, say } from "../core/message";
import type { Span } from "../core/span";
import type { Vocabulary } from "../core/vocabulary";
import { misses } from "../edits/compare";
import type { Conversion } from "../edits/conversion";
import { convert } from "../edits/convert";
import { refactoringsOf } from "../edits/refactor/every";
import { siteAt } from "../edits/refactor/refactoring";
import { offersAt } from "../edits/rows/offers";
import type { Sheet } from "../edits/rows/sheet";
import { isJson } from "../formats/index";
import type { Document } from "../tree/document";
import { entryOf } from "../tree/tree";
import { vocabularies } from "../vocabularies/index";

type Read = (text: string) => Analysis | undefined;

/** What a file is while somebody may want to change it. */
export interface Opened {
  readonly path: string;
  readonly document: Document;
  readonly analysis: Analysis;
  sheets(): readonly Sheet[];
  /** Another text in its place, at one size or at all. */
  read(text: string, scale?: string): Analysis | undefined;
}

/** Each round leaves at least one layer more in its words; a file that takes more of them is not worth the time. */
const mostRounds = 20;

/**
 * A model in the words of another framework. What comes out is read and compared: a layer that would not give the
 * same shape and count there stays as it is.
 */
export function conversionOf(
  path: string,
  document: Document,
  model: Model,
  to: Vocabulary,
  read: Read,
): Conversion | undefined {
  const leave = new Map<number, Message>();
  for (let round = 0; round < mostRounds; round++) {
    const conversion = convert(document, model, to, isJson(path), leave);
    const after = read(applied(document.text, conversion.edits));
    const wrong = [...(after ? misses(model, after, conversion.places, to) : [])].filter(([at]) => !leave.has(at));
    if (!wrong.length) return conversion;
    for (const [at, why] of wrong) leave.set(at, why);
  }
  return undefined;
}

/** Other words for all of the file: offered where the framework stands, or where it would stand, and wherever one asks. */
export function wordsAt(place: Span, { path, document, analysis, read }: Opened): readonly Rewrite[] {
  const [model] = analysis.models;
  const keys = ["framework", "input", "inputs"].map((key) => entryOf(document.root, key));
  const written = keys.find((entry) => entry !== undefined);
  if (!model || !written) return [];
  const { keySpan, value } = written;
  const end = written === keys[0] ? Math.max(keySpan.to, value.span.to) : keySpan.to;
  const isThere = keySpan.from <= place.to && place.from <= end;
  return vocabularies
    .filter((to) => to !== model.graph.vocabulary)
    .map((to) => ({
      kind: `refactor.rewrite.words.${to.id}`,
      title: say`Convert to the words of ${to.title}`,
      ...(!isThere && { slow: true }),
      say() {
        const conversion = conversionOf(path, document, model, to, read);
        return conversion && { edits: conversion.edits, ...left(conversion) };
      },
    }));
}

const left = ({ stays: { length } }: Conversion): { readonly note?: Message } =>
  length ? { note: length === 1 ? say`, all but 1 place` : say`, all but ${length} places` } : {};

/** Rows in another order, with all that counts them; nothing in a text that is broken. */
export function rowsAt({ from, to }: Span, scale: string | undefined, opened: Opened): readonly Rewrite[] {
  const { document, analysis, sheets, read } = opened;
  if (/[\r\n]/.test(document.text.slice(from, to))) return [];
  const modelIn = ({ models }: Analysis): Model | undefined => models.find(({ id }) => id === scale) ?? models[0];
  const known = {
    model: modelIn(analysis),
    understand(text: string): Model | undefined {
      const again = read(text, scale);
      return again && modelIn(again);
    },
  };
  return offersAt(sheets(), from, known).map(({ kind, title, edits }) => ({
    kind: `refactor.rewrite.row.${kind}`,
    title,
    ...("words" in edits && { cannot: edits }),
    say: () => ("words" in edits ? undefined : { edits }),
  }));
}

/** More text than this is not read again for each thing that could be done, but for those who ask for nothing else. */
const mostAtOnce = 8_000;

/**
 * What can be made of the rows of a span beside another order of them. What does not come out as it should is not done,
 * and not offered either, unless that is found out `later`: when somebody has chosen it, not at each move of the cursor.
 */
export function refactoringsAt(span: Span, opened: Opened, later: boolean): readonly Rewrite[] {
  const { document, analysis, sheets, read } = opened;
  const { text, root } = document;
  const [model, ...more] = analysis.models;
  const site = model && !more.length && siteAt(sheets(), span, model, root);
  if (!site) return [];
  const errors = (of: Analysis): number => of.problems.filter(({ severity }) => severity === "error").length;
  const isSound = errors(analysis) === 0;
  return refactoringsOf(site).flatMap(({ kind, title, edits, unsure, holds }): Rewrite[] => {
    if ("words" in edits) return [{ kind, title, cannot: edits, say: () => undefined }];
    const prove = () => {
      const ordered = inOrder(edits);
      const after = read(applied(text, ordered));
      const [now] = after?.models ?? [];
      return after && now && errors(after) <= errors(analysis) && holds(model, now) ? { edits: ordered } : undefined;
    };
    if (later && isSound && !unsure) return [{ kind, title, say: prove }];
    if (text.length >= mostAtOnce) return [{ kind, title, slow: true, say: prove }];
    const proven = prove();
    return proven ? [{ kind, title, say: () => proven }] : [];
  });
}
