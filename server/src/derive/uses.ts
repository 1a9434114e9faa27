import type { Uses } from "../core/uses";
import type { Vocabulary } from "../core/vocabulary";
import counted from "./uses.json";

const perWords: { readonly [vocabulary: string]: Uses } = counted;

/** How models that people know use the operators of a vocabulary; one of which none is written takes it from the others. */
export function usual(vocabulary: Vocabulary): Uses {
  if (perWords[vocabulary.id]) return perWords[vocabulary.id]!;
  const others = Object.values(perWords).flatMap((uses) => Object.entries(uses));
  return Object.fromEntries(others.filter(([op]) => vocabulary.spellings.has(op)));
}
