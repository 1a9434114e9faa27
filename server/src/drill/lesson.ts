import type { Voice } from "../core/voice";
import type { Card } from "../deck/card";
import { cardIn } from "../deck/card";
import type { Goal } from "../deck/goal";
import type { Asked } from "./decks";

/** A deck to go through in order, with a model to complete. */
export interface Lesson {
  readonly id: string;
  readonly name: string;
  /** The text of the model that it begins with. */
  readonly start: string;
  readonly steps: readonly Card[];
}

export const lessonOf = ({ id, name, lesson }: Asked): Lesson | undefined =>
  lesson && { id, name, start: lesson.start, steps: lesson.cards };

export const goalsOf = ({ steps }: Lesson): readonly (readonly Goal[])[] => steps.map(({ goals = [] }) => goals);

export const stepsIn = ({ steps }: Lesson, voice: Voice): readonly Card[] => steps.map((step) => cardIn(step, voice));
