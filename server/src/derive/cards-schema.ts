import type { JsonSchema } from "../core/param";
import { type Field, fields } from "../deck/fields";
import { goalPattern } from "../deck/goal";

/** `*.cards.yaml`, for editors that know JSON schema and nothing of us. */
export function cardsSchema(): JsonSchema {
  const all = Object.entries(fields);
  const properties = all.map(([name, { kind, doc }]): [string, JsonSchema] => [
    name,
    {
      description: doc,
      ...(kind === "text" ? text : { type: "array", items: text }),
      ...(name === "id" && ids),
      ...(name === "goal" && { pattern: goalPattern }),
    },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A deck of flashcards for ConvLint: *.cards.yaml",
    type: "object",
    properties: {
      name: { description: "What the deck is called.", ...text },
      lesson: {
        description: "The text of the model that a lesson begins with; its cards are steps, in order.",
        ...text,
      },
      cards: {
        type: "array",
        items: {
          type: "object",
          properties: Object.fromEntries(properties),
          required: all.filter(([, { required }]) => required).map(([name]) => name),
          dependencies: { text_says: ["correction"], correction: ["text_says"] } satisfies { [F in Field]?: Field[] },
          additionalProperties: false,
        },
      },
    },
    required: ["cards"],
    additionalProperties: false,
  };
}

const text: JsonSchema = { type: "string", minLength: 1 };
const ids: JsonSchema = { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
