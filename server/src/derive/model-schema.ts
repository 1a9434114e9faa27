import type { Choice } from "../core/format";
import { lossWords } from "../core/losses";
import type { JsonSchema } from "../core/param";
import { isLayer, type Vocabulary } from "../core/vocabulary";
import * as keys from "../formats/native/keys";
import { vocabularies } from "../vocabularies/index";
import { argumentsSchema, expression } from "./json-schema";

const word: JsonSchema = { type: "string" };
const name: JsonSchema = { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" };
const several = (one: JsonSchema): JsonSchema => ({ type: "array", items: one });
const some = (...anyOf: readonly JsonSchema[]): JsonSchema => ({ anyOf });
const shape = several(some({ type: "integer", minimum: 1 }, name));
const reference = some(word, { type: "integer", maximum: -1 });
const references = some(reference, several(reference));
const definition = (path: string): JsonSchema => ({ $ref: `#/definitions/${path}` });

/** Words with what each means: editors show it while one chooses. */
const oneOf = (choices: readonly Choice[], ...others: readonly JsonSchema[]): JsonSchema =>
  some(...choices.map(({ name: one, doc }) => ({ const: one, description: doc })), ...others);

/** What the format's own keys hold, with what is said of them everywhere else too. */
function described(choices: readonly Choice[], schemas: { readonly [key: string]: JsonSchema }) {
  return Object.fromEntries(choices.map(({ name: key, doc }) => [key, { description: doc, ...schemas[key] }]));
}

/** Keys that begin with `x-` are left alone: what anchors stand for can be kept there. */
const closed = { patternProperties: { "^x-": {} }, additionalProperties: false };

const siblings = described(keys.layerKeys, {
  name,
  from: references,
  repeat: some({ type: "integer", minimum: 0 }, expression),
  when: some({ type: "boolean" }, expression),
  only: oneOf(keys.onlyWords),
  weights: word,
});

const training: JsonSchema = {
  type: "object",
  properties: described(keys.trainingKeys, {
    batch_size: { type: "integer", minimum: 1 },
    precision: oneOf(keys.precisions),
    optimizer: oneOf(keys.optimizers),
    loss: word,
  }),
  ...closed,
};

/** The native format, for editors that know JSON schema and nothing of us. Shapes are beyond it. */
export const modelSchema = (): JsonSchema => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "A convolutional network in *.cnn.yaml or *.cnn.json",
  type: "object",
  properties: described(keys.modelKeys, {
    name: word,
    framework: oneOf(keys.frameworks),
    input: shape,
    inputs: { type: "object", propertyNames: name, additionalProperties: shape },
    layers: { type: "array" },
    blocks: { type: "object", propertyNames: name },
    outputs: references,
    training,
  }),
  required: ["layers"],
  ...closed,
  ...choice(vocabularies),
  definitions: Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary.id, definitions(vocabulary)])),
});

/** The words of the framework that the file names; of the first where it names none. */
function choice([usual, ...others]: readonly Vocabulary[]): JsonSchema {
  const said = ({ id }: Vocabulary): JsonSchema => ({
    properties: {
      layers: definition(`${id}/layers`),
      blocks: { additionalProperties: definition(`${id}/block`) },
      training: definition(`${id}/training`),
    },
  });
  return others.reduce<JsonSchema>(
    (otherwise, vocabulary) => ({
      if: { properties: { framework: { const: vocabulary.id } }, required: ["framework"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON schema
      then: said(vocabulary),
      else: otherwise,
    }),
    said(usual!),
  );
}

function definitions(vocabulary: Vocabulary): JsonSchema {
  const { id, spellings } = vocabulary;
  const layers = [...spellings].filter(([one]) => isLayer(vocabulary, one));
  const calls = layers.map(([one]) => [one, definition(`${id}/${one}`)]);
  return {
    layers: several(definition(`${id}/layer`)),
    // There are more losses than those that are known.
    training: { properties: { loss: oneOf(lossWords(id), word) } },
    layer: some(
      // A word that is no operator's is a block's.
      some({ enum: layers.map(([one]) => one) }, word),
      {
        type: "object",
        minProperties: 1,
        properties: { ...Object.fromEntries(calls), ...siblings },
        additionalProperties: { type: ["object", "null"] },
      },
    ),
    block: {
      type: "object",
      properties: described(keys.blockKeys, {
        params: { type: "object", propertyNames: name, additionalProperties: value },
        inputs: several(name),
        layers: definition(`${id}/layers`),
        outputs: references,
      }),
      required: ["layers"],
      ...closed,
    },
    ...Object.fromEntries(layers.map(([one, spelling]) => [one, argumentsSchema(spelling, vocabulary)])),
  };
}

/** What a parameter of a block may be unless a call says otherwise. */
const value: JsonSchema = { type: ["number", "boolean", "string", "array", "null"] };

/** The schema as a file: one line for each operator, so that a change is one line. */
export function written(schema: unknown, depth = 3): string {
  if (depth === 0 || typeof schema !== "object" || schema === null || Array.isArray(schema))
    return JSON.stringify(schema);
  const lines = Object.entries(schema).map(([key, inner]) => `${JSON.stringify(key)}: ${written(inner, depth - 1)}`);
  return `{\n${lines.join(",\n").replace(/^/gm, " ")}\n}`;
}
