import type { JsonSchema } from "../core/param";
import { isLayer } from "../core/vocabulary";
import { vocabularies } from "../vocabularies/index";
import { argumentsSchema, expression } from "./json-schema";

const word: JsonSchema = { type: "string" };
const words: JsonSchema = { type: "array", items: word };
const shape: JsonSchema = { type: "array", items: { type: ["integer", "string"] } };
const reference: JsonSchema = { type: ["string", "integer"] };
const layers: JsonSchema = { type: "array", items: { $ref: "#/definitions/layer" } };

/** Keys beside the operator of a layer. */
const siblings = {
  name: word,
  from: { anyOf: [reference, { type: "array", items: reference }] },
  repeat: { anyOf: [{ type: "integer", minimum: 0 }, expression] },
  when: { anyOf: [{ type: "boolean" }, expression] },
  only: { enum: ["training"] },
  weights: word,
};

/** The native format, for editors that know JSON schema and nothing of us. Shapes are beyond it. */
export const modelSchema = (): JsonSchema => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "A convolutional network in *.cnn.yaml or *.cnn.json",
  type: "object",
  properties: {
    name: word,
    framework: { enum: vocabularies.map(({ id }) => id) },
    input: shape,
    inputs: { type: "object", additionalProperties: shape },
    layers,
    outputs: words,
    blocks: { type: "object", additionalProperties: { $ref: "#/definitions/block" } },
    training: { type: "object" },
  },
  required: ["layers"],
  definitions: {
    block: {
      type: "object",
      properties: { params: { type: "object" }, inputs: words, outputs: words, layers },
      required: ["layers"],
    },
    layer: { anyOf: [word, { type: "object", properties: { ...calls(), ...siblings } }] },
  },
});

/** What stands behind each operator; a name that two frameworks share takes the arguments of either. */
function calls(): { readonly [name: string]: JsonSchema } {
  const byName = new Map<string, JsonSchema[]>();
  for (const vocabulary of vocabularies)
    for (const [name, spelling] of vocabulary.spellings)
      if (isLayer(vocabulary, name))
        byName.set(name, [...(byName.get(name) ?? [{ type: "null" }]), argumentsSchema(spelling)]);
  return Object.fromEntries([...byName].map(([name, anyOf]) => [name, { anyOf }]));
}
