import { isRequired, type JsonSchema, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";

/** The arguments of one operator as a framework names them, for editors that know JSON schema and nothing of us. */
export function argumentsSchema(spelling: Spelling): JsonSchema {
  const params = spelling.order.map((word): [string, Param<unknown> | undefined] => [
    word,
    spelling.op.params[parameterOf(spelling, word) ?? ""],
  ]);
  return {
    type: "object",
    description: spelling.op.summary,
    properties: Object.fromEntries(params.map(([word, param]) => [word, param ? schemaOf(param) : {}])),
    required: params.flatMap(([word, param]) => (param && isRequired(param) ? [word] : [])),
    additionalProperties: false,
  };
}

function schemaOf(param: Param<unknown>): JsonSchema {
  const left = showDefault(param);
  return { ...param.type.schema, description: left === undefined ? param.doc : `${param.doc} Default: ${left}.` };
}
