import type { Voice } from "../core/voice";
import type { Wanted } from "../deck/deck";
import type { AskedOfModel } from "../quiz/model";

/** What somebody wants to be asked; whatever a client sends, what is not of the right kind is as if it were not there. */
export interface Asked extends Wanted {
  /** The card with this id and no other. */
  readonly card?: string;
  /** `operators`: only what is made up. */
  readonly deck?: string;
  /** Ids of what was asked: none of these again. */
  readonly asked?: ReadonlySet<string>;
  readonly seed: number;
}

export function askedIn(said: unknown): Asked {
  const given = mapOf(said);
  const text = (key: keyof Asked) => (typeof given[key] === "string" ? { [key]: given[key] } : {});
  const { asked, seed } = given;
  return {
    ...text("after"),
    ...text("tag"),
    ...text("about"),
    ...text("card"),
    ...text("deck"),
    ...(Array.isArray(asked) && { asked: new Set(asked.map(String)) }),
    seed: typeof seed === "number" ? seed : 1,
  };
}

export const mapOf = (said: unknown): { readonly [key: string]: unknown } =>
  (typeof said === "object" && said !== null ? said : {}) as { readonly [key: string]: unknown };

/** The order of questions about a model that is asked for. */
export const orderIn = ({ tag, seed }: Asked, voice: Voice): AskedOfModel => ({
  seed,
  voice,
  ...(tag !== undefined && { tag }),
});

export function* taken<T>(from: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const one of from) {
    yield one;
    if (++count === most) return;
  }
}
