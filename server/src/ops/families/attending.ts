import { compare, type Dim, type Truth } from "../../core/dim";
import { type Message, say } from "../../core/message";

/** A sequence of vectors: what is asked, what answers, or what is found. */
export interface Vectors {
  readonly T: Dim;
  readonly F: Dim;
}

export const attends = {
  "keys-match-values": "There must be one key for each value.",
  "query-fits-keys": "Queries must be as long as the keys they are compared with.",
};

type MustAttend = (
  constraint: keyof typeof attends,
  holds: Truth,
  at: { readonly input: "query" | "value" | "key" },
  message: Message,
) => void;

/** Queries are compared with the keys, or with the values where there are none; sizes of 1 go with any if `stretches`. */
export function mustAttend(
  query: Vectors,
  value: Vectors,
  key: Vectors | undefined,
  stretches: boolean,
  must: MustAttend,
): void {
  if (key)
    must(
      "keys-match-values",
      compare(key.T, value.T),
      { input: "key" },
      say`there are ${key.T} keys, but ${value.T} values`,
    );
  const [asked, noun] = key ? [key, say`key`] : [value, say`value`];
  const goes = stretches && (query.F === 1 || asked.F === 1) ? "yes" : compare(query.F, asked.F);
  const message = say`a query has ${query.F} features, but a ${noun} has ${asked.F}`;
  must("query-fits-keys", goes, { input: key ? "key" : "value" }, message);
}
