import type { Model } from "../core/analysis";
import type { Voice } from "../core/voice";
import type { Question } from "../deck/question";
import { type AskedOfModel, modelQuestions } from "../quiz/model";
import { type Asked as AskedOfOperators, operatorQuestions } from "../quiz/operators";

/** Whoever is asked one question after another asks for the same list again and again, so what is made of it is kept. */
interface Kept {
  readonly key: string;
  readonly voice: Voice | undefined;
  readonly list: Iterable<Question>;
}

/** For as long as there is the version of the model. */
const ofModels = new WeakMap<Model, Kept>();
let ofOperators: Kept | undefined;

export function questionsAbout(model: Model, order: AskedOfModel): Iterable<Question> {
  const kept = kindred(ofModels.get(model), order, () => modelQuestions(model, order));
  ofModels.set(model, kept);
  return kept.list;
}

export function questionsOfOperators(order: AskedOfOperators): Iterable<Question> {
  ofOperators = kindred(ofOperators, order, () => operatorQuestions(order));
  return ofOperators.list;
}

type Order = AskedOfModel | AskedOfOperators;

/** The list that is kept, where it is in the order that is asked for. */
function kindred(kept: Kept | undefined, { voice, ...order }: Order, make: () => Generator<Question>): Kept {
  const key = JSON.stringify(order);
  return kept && kept.key === key && kept.voice === voice ? kept : { key, voice, list: again(make()) };
}

/** What a generator gives, as often as it is asked for; each is made once. */
function again<T>(from: Generator<T>): Iterable<T> {
  const made: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === made.length) {
          const { done, value } = from.next();
          if (done) return;
          made.push(value);
        }
        yield made[i]!;
      }
    },
  };
}
