import type { Model } from "../core/analysis";
import type { Span } from "../core/span";
import { english, type Voice } from "../core/voice";
import type { Question } from "../deck/question";
import { askMacs, askParameters } from "./ask-counts";
import { askField } from "./ask-field";
import { askMost } from "./ask-most";
import { askPadding } from "./ask-padding";
import { askShape } from "./ask-shape";
import { askStride } from "./ask-stride";
import { chanceOf } from "./chance";
import { type Draft, madeUp } from "./made-up";
import { type Subject, subjectsIn } from "./subject";

const deck = "model";

/** What one may be asked of a model. */
export interface AskedOfModel {
  /** The same seed gives the same questions of the same model, in the same order. */
  readonly seed: number;
  /** Only questions with this tag. */
  readonly tag?: string;
  /** Only about the layer whose row begins at or before this place, and ends behind it. */
  readonly offset?: number;
  readonly voice?: Voice;
}

interface Asking {
  readonly row?: Span;
  drafts(): readonly (Draft | undefined)[];
}

/** Questions about a model one after another, none twice, in an order that is drawn by lot; each is made when it is asked for. */
export function* modelQuestions(
  model: Model,
  { seed, tag, offset, voice = english }: AskedOfModel,
): Generator<Question> {
  const chance = chanceOf(seed);
  const here = ({ step: { node } }: Subject): boolean =>
    offset === undefined || (node.span.from <= offset && offset <= node.span.to);
  const asked: readonly Asking[] = [
    ...subjectsIn(model)
      .filter(here)
      .flatMap((subject): readonly Asking[] => {
        const { span: row } = subject.step.node.row!;
        return [
          { row, drafts: () => [askShape(subject, deck, voice)] },
          { row, drafts: () => [askParameters(subject, deck, voice)] },
          { row, drafts: () => [askMacs(subject, deck, voice)] },
          { row, drafts: () => [askPadding(subject, deck, voice)] },
          { row, drafts: () => [askField(subject, model, deck, voice)] },
          { row, drafts: () => [askStride(subject, model, deck)] },
        ];
      }),
    ...(offset === undefined ? [{ drafts: () => askMost(model, deck) }] : []),
  ];
  const seen = new Set<string>();
  for (const { row, drafts } of chance.shuffled(asked))
    for (const draft of drafts()) {
      if (!draft || (tag !== undefined && !draft.tags.includes(tag))) continue;
      const question = madeUp(draft, voice, seed);
      if (!question.choices || seen.has(question.id)) continue;
      seen.add(question.id);
      yield row ? { ...question, row } : question;
    }
}
