import type { JsonSchema } from "../../server/src/core/param";

type Keywords = { readonly [keyword: string]: any };

/** What a value does not fulfil of a schema, as paths; of JSON schema only the keywords that ours uses. */
export function violations(value: unknown, schema: JsonSchema, whole: JsonSchema = schema, at = ""): readonly string[] {
  const s = schema as Keywords;
  if (s["$ref"]) return violations(value, resolve(s["$ref"], whole), whole, at);
  const chosen = s["if"] && (violations(value, s["if"], whole, at).length ? s["else"] : s["then"]);
  const wrong = chosen ? violations(value, chosen, whole, at) : [];
  if (wrong.length) return wrong;
  if ("const" in s && s["const"] !== value) return [`${at}: not ${s["const"]}`];
  if (s["type"] && ![s["type"]].flat().some((type: string) => isA(type, value))) return [`${at}: not ${s["type"]}`];
  if (s["enum"] && !s["enum"].includes(value)) return [`${at}: none of ${s["enum"]}`];
  if (s["minimum"] > (value as number) || s["maximum"] < (value as number)) return [`${at}: out of range`];
  if (s["pattern"] && !new RegExp(s["pattern"]).test(String(value))) return [`${at}: not like ${s["pattern"]}`];
  const some = (s["anyOf"] as JsonSchema[] | undefined)?.map((one) => violations(value, one, whole, at));
  if (some && !some.some((wrong) => !wrong.length)) return some.at(-1)!;
  if (Array.isArray(value)) return inList(value, s, whole, at);
  return typeof value === "object" && value !== null ? inMap(value as Keywords, s, whole, at) : [];
}

function inList(value: readonly unknown[], s: Keywords, whole: JsonSchema, at: string): readonly string[] {
  if (s["minItems"] > value.length || s["maxItems"] < value.length) return [`${at}: wrong length`];
  return s["items"] ? value.flatMap((item, i) => violations(item, s["items"], whole, `${at}/${i}`)) : [];
}

function inMap(value: Keywords, s: Keywords, whole: JsonSchema, at: string): readonly string[] {
  const missing = ((s["required"] ?? []) as string[]).filter((key) => !(key in value)).map((key) => `${at}: no ${key}`);
  if (s["minProperties"] > Object.keys(value).length) return [`${at}: too few keys`];
  const names = s["propertyNames"]
    ? Object.keys(value).flatMap((key) => violations(key, s["propertyNames"], whole, `${at}/${key}`))
    : [];
  const like = (key: string): unknown =>
    Object.entries(s["patternProperties"] ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
  return [
    ...missing,
    ...names,
    ...Object.entries(value).flatMap(([key, one]) => {
      const own = s["properties"]?.[key] ?? like(key) ?? s["additionalProperties"];
      return own === false ? [`${at}/${key}: not known`] : own ? violations(one, own, whole, `${at}/${key}`) : [];
    }),
  ];
}

const isA = (type: string, value: unknown): boolean =>
  type === "integer"
    ? Number.isInteger(value)
    : type === "null"
      ? value === null
      : type === "array"
        ? Array.isArray(value)
        : type === "object"
          ? typeof value === "object" && value !== null && !Array.isArray(value)
          : typeof value === type;

const resolve = (path: string, whole: JsonSchema): JsonSchema =>
  path
    .split("/")
    .slice(1)
    .reduce<Keywords>((inside, key) => inside[key], whole) as JsonSchema;
