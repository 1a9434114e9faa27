import { once } from "../core/once";
import type { Uses } from "../core/uses";
import type { Vocabulary } from "../core/vocabulary";
import counted from "./uses.json";

const perWords = once((): { readonly [vocabulary: string]: Uses } => JSON.parse(counted));

/** How models that people know use the operators of a vocabulary; one of which none is written takes it from the others. */
export function usual(vocabulary: Vocabulary): Uses {
  const own = perWords()[vocabulary.id];
  if (own) return own;
  const others = Object.values(perWords()).flatMap((uses) => Object.entries(uses));
  return Object.fromEntries(others.filter(([op]) => vocabulary.spellings.has(op)));
}
