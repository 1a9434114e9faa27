/** What a field of a card holds: text, or a list of single words. */
export type Kind = "text" | "words";

/** The fields of a card as they are written in a file, in the order in which people write them. */
export const fields = {
  id: {
    kind: "text",
    required: true,
    doc: "Words in lower case joined by hyphens. It never changes, since what is learned is remembered by it.",
  },
  question: { kind: "text", required: true, doc: "What is asked, as Markdown." },
  answer: { kind: "text", required: true, doc: "Markdown. Formulas stand between dollar signs." },
  tags: { kind: "words", required: false, doc: "Words to choose cards by." },
  operators: { kind: "words", required: false, doc: "Operators the card is about, by their PyTorch names." },
  rules: { kind: "words", required: false, doc: "Rules the card explains, by their ids." },
  text_says: {
    kind: "text",
    required: false,
    doc: "What the source of the card says, where it is wrong or half true. Needs `correction`.",
  },
  correction: { kind: "text", required: false, doc: "What is right instead. Needs `text_says`." },
  model: { kind: "text", required: false, doc: "A model in the native format that proves the figures." },
  goal: {
    kind: "text",
    required: false,
    doc: "In a lesson: what a layer of the model must give, such as `Conv2d => [16, 30, 30] params=160`; `output => [10]` and `total params<=60000` are of all of it.",
  },
} as const satisfies {
  readonly [name: string]: { readonly kind: Kind; readonly required: boolean; readonly doc: string };
};

export type Field = keyof typeof fields;

export const isField = (name: string): name is Field => Object.hasOwn(fields, name);

/** What the top level of a deck holds. */
export const deckKeys: readonly string[] = ["name", "lesson", "cards"];
