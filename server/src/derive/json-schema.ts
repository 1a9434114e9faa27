import { isRequired, type JsonSchema, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** `$name` or `$( … )` in a block, which stands for a value of any type. */
export const expression: JsonSchema = { type: "string", pattern: "^\\$" };

/** The arguments of one operator as a framework names them. */
export function argumentsSchema(spelling: Spelling): JsonSchema {
  const { op, params, order } = spelling;
  const paramOf = (word: string): Param<unknown> | undefined => params[parameterOf(spelling, word) ?? ""];
  const isNeeded = (word: string): boolean => {
    const param = paramOf(word);
    return param !== undefined && isRequired(param);
  };
  return {
    type: "object",
    description: op.summary,
    properties: Object.fromEntries(order.map((word) => [word, schemaOf(paramOf(word))])),
    required: order.filter(isNeeded),
    additionalProperties: false,
  };
}

function schemaOf(param: Param<unknown> | undefined): JsonSchema {
  if (!param) return {};
  const left = showDefault(param);
  const description = left === undefined ? param.doc : `${param.doc} Default: ${left}.`;
  return { description, anyOf: [param.type.schema, expression] };
}
