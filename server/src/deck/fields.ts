/** What a field of a card holds: text, or a list of single words. */
export type Kind = "text" | "words";

/** The fields of a card as they are written in a file, in the order in which people write them. */
export const fields = {
  id: { kind: "text", required: true },
  question: { kind: "text", required: true },
  answer: { kind: "text", required: true },
  tags: { kind: "words", required: false },
  operators: { kind: "words", required: false },
  rules: { kind: "words", required: false },
  text_says: { kind: "text", required: false },
  correction: { kind: "text", required: false },
  model: { kind: "text", required: false },
} as const satisfies { readonly [name: string]: { readonly kind: Kind; readonly required: boolean } };

export type Field = keyof typeof fields;

export const isField = (name: string): name is Field => Object.hasOwn(fields, name);

/** What the top level of a deck holds. */
export const deckKeys: readonly string[] = ["name", "cards"];
