import type { JsonSchema, Param } from "../core/param";
import { showDefault } from "../core/param";
import { severities } from "../core/severity";
import { formats } from "../formats/index";
import { moduleKeys } from "../modules/keys";
import { rules } from "../rules/index";
import { filesDoc, keys, limits, overrideKeys, setNames, sets } from "../settings/keys";
import { topics } from "./topic";

const several = (one: JsonSchema): JsonSchema => ({ type: "array", items: one, minItems: 1 });
const some = (...anyOf: readonly JsonSchema[]): JsonSchema => ({ anyOf });
const text: JsonSchema = { type: "string" };
const globs: JsonSchema = some(text, { type: "array", items: text });
const shape: JsonSchema = several({ type: "integer", minimum: 1 });
const severity: JsonSchema = { enum: [...severities, "off", false] };
const definition = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** `.convlint.yaml`, for editors that know JSON schema and nothing of us. */
export function settingsSchema(): JsonSchema {
  const of = schemas();
  const described = (names: readonly string[]): { readonly [key: string]: JsonSchema } =>
    Object.fromEntries(
      names.map((name) => [name, { description: keys.find((key) => key.name === name)?.doc ?? filesDoc, ...of[name] }]),
    );
  const override = {
    type: "object",
    properties: described(overrideKeys),
    required: ["files"],
    additionalProperties: false,
  };
  const properties = described(keys.map(({ name }) => name));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The configuration of ConvLint: .convlint.yaml",
    type: ["object", "null"],
    properties: { ...properties, overrides: { ...properties["overrides"], type: ["array", "null"], items: override } },
    additionalProperties: false,
    definitions: { severity, rules: rulesSchema(), budget: budgetSchema(), modules: modulesSchema() },
  };
}

/** What each key holds; what is said of it is in the table of keys. */
const schemas = (): { readonly [key: string]: JsonSchema } => ({
  root: { type: "boolean" },
  "required-version": text,
  extends: some(extension, several(extension)),
  rules: definition("rules"),
  budget: definition("budget"),
  input: some(shape, { type: "object", minProperties: 1, additionalProperties: shape }),
  dialect: { enum: formats.map(({ id }) => id) },
  scales: some(text, several(text)),
  modules: definition("modules"),
  ignore: globs,
  files: globs,
});

const extension: JsonSchema = some(
  ...setNames.map((name) => ({ const: name, description: sets[name as keyof typeof sets] })),
  { type: "string", pattern: "\\.[yY][aA]?[mM][lL]$" },
);

/** Each id with its sentence; lints with their options. */
function rulesSchema(): JsonSchema {
  const properties = [...topics().values()].map(({ id, summary, rule }): [string, JsonSchema] => {
    const options = Object.entries<Param<unknown>>(rule?.options ?? {});
    const map = {
      type: "object",
      properties: {
        severity: definition("severity"),
        ...Object.fromEntries(options.map(([name, param]) => [name, optionSchema(param)])),
      },
      additionalProperties: false,
    };
    return [id, { description: summary, anyOf: [definition("severity"), map] }];
  });
  return { type: ["object", "null"], properties: Object.fromEntries(properties), additionalProperties: false };
}

function optionSchema(param: Param<unknown>): JsonSchema {
  const usually = showDefault(param);
  return { description: usually === undefined ? param.doc : `${param.doc} Default: ${usually}.`, ...param.type.schema };
}

function budgetSchema(): JsonSchema {
  const properties = limits.map(({ name, rule: id, doc }): [string, JsonSchema] => {
    const most: Param<unknown> | undefined = rules.find((rule) => rule.id === id)?.options["most"];
    return [name, { description: doc, ...most?.type.schema }];
  });
  return { type: ["object", "null"], properties: Object.fromEntries(properties), additionalProperties: false };
}

/** What a declared module says is read by ConvLint itself; here its keys are known, and little of their values. */
const modulesSchema = (): JsonSchema => ({
  type: ["object", "null"],
  additionalProperties: {
    type: ["object", "null"],
    properties: Object.fromEntries(moduleKeys.map(({ name, doc }) => [name, { description: doc }])),
    additionalProperties: false,
  },
});
