import { isRequired, type JsonSchema, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling, type Vocabulary } from "../core/vocabulary";

/** `$name` or `$( … )` in a block, which stands for a value of any type. */
export const expression: JsonSchema = { type: "string", pattern: "^\\$" };

/** The arguments of one operator as a framework names them; none at all where it needs none. */
export function argumentsSchema(spelling: Spelling, { activations }: Vocabulary): JsonSchema {
  const { op, params, order, states, applies, aliases } = spelling;
  const paramOf = (word: string): Param<unknown> | undefined => params[parameterOf(spelling, word) ?? ""];
  const required = order.filter((word) => {
    const param = paramOf(word);
    return param !== undefined && isRequired(param);
  });
  const schemaOf = (word: string): JsonSchema => {
    const param = paramOf(word);
    const names = applies.includes(word) && activations ? { enum: [...activations.keys()] } : undefined;
    if (names) return { description: "The function that is applied to the result.", anyOf: [names, expression] };
    if (param) return paramSchema(param);
    const stated = states[word];
    return stated === undefined ? {} : { description: `May be left out; it is compared with \`${stated}\`.` };
  };
  const words = [...order, ...Object.keys(aliases).filter((word) => !order.includes(word))];
  return {
    description: op.formula ? `${op.summary}\n\n${op.formula}` : op.summary,
    type: required.length ? "object" : ["object", "null"],
    properties: Object.fromEntries(words.map((word) => [word, schemaOf(word)])),
    ...(required.length && { required }),
    additionalProperties: false,
  };
}

function paramSchema(param: Param<unknown>): JsonSchema {
  const left = showDefault(param);
  const unit = param.unit === undefined ? "" : ` In ${param.unit}.`;
  const usual = left === undefined ? "" : ` Default: ${left}.`;
  const schema = calculated(param.type.schema);
  const anyOf = "anyOf" in schema ? (schema["anyOf"] as readonly JsonSchema[]) : [schema];
  const isOpen = Object.keys(schema).length === 0;
  return { description: `${param.doc}${unit}${usual}`, ...(!isOpen && { anyOf: [...anyOf, expression] }) };
}

/** Each part of a list may be an expression too. */
function calculated(schema: JsonSchema): JsonSchema {
  const { anyOf, items } = schema as { readonly anyOf?: readonly JsonSchema[]; readonly items?: JsonSchema };
  if (anyOf) return { ...schema, anyOf: anyOf.map(calculated) };
  return items ? { ...schema, items: { anyOf: [calculated(items), expression] } } : schema;
}
