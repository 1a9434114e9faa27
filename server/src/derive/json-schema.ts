import { isRequired, type JsonSchema, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** `$name` or `$( … )` in a block, which stands for a value of any type. */
export const expression: JsonSchema = { type: "string", pattern: "^\\$" };

/** The arguments of one operator as a framework names them. */
export function argumentsSchema(spelling: Spelling): JsonSchema {
  const { op, order, defaults } = spelling;
  const nameOf = (word: string): string => parameterOf(spelling, word) ?? "";
  const isNeeded = (word: string): boolean => {
    const param: Param<unknown> | undefined = op.params[nameOf(word)];
    return param !== undefined && isRequired(param) && !(nameOf(word) in defaults);
  };
  return {
    type: "object",
    description: op.summary,
    properties: Object.fromEntries(
      order.map((word) => [word, schemaOf(op.params[nameOf(word)], defaults[nameOf(word)])]),
    ),
    required: order.filter(isNeeded),
    additionalProperties: false,
  };
}

function schemaOf(param: Param<unknown> | undefined, given: unknown): JsonSchema {
  if (!param) return {};
  const left = given === undefined ? showDefault(param) : param.type.show(given);
  const description = left === undefined ? param.doc : `${param.doc} Default: ${left}.`;
  return { description, anyOf: [param.type.schema, expression] };
}
