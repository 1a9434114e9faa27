import { type Dim, showDim } from "./dim";
import type { Mismatch, ParamType, Reading } from "./param";
import { show, type Value } from "./value";

const fail = (value: Value, expected: string): { readonly mismatch: Mismatch } => ({
  mismatch: { span: value.span, expected, found: show(value) },
});

/** Not a plain value, so nothing can be said against it. */
const isOpaque = ({ kind }: Value): boolean => kind === "opaque" || kind === "size" || kind === "formula";

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly suggest?: readonly number[];
}

const numeric =
  (noun: string, fits: (n: number) => boolean) =>
  ({ min, max, suggest = [] }: Limits = {}): ParamType<number> => {
    const label = min === undefined ? noun : max === undefined ? `${noun} ≥ ${min}` : `${noun} from ${min} to ${max}`;
    return {
      label,
      schema: { type: noun, ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) },
      suggest: suggest.map(String),
      read(value) {
        if (isOpaque(value)) return "unknown";
        if (value.kind !== "number" || !fits(value.value)) return fail(value, label);
        if ((min !== undefined && value.value < min) || (max !== undefined && value.value > max))
          return fail(value, label);
        return { ok: value.value };
      },
      show: String,
    };
  };

export const int = numeric("integer", Number.isInteger);
export const number = numeric("number", Number.isFinite);

/** A number of channels or features, which may hang on a symbol. */
export function size(limits: Limits = {}): ParamType<Dim> {
  const type = int({ min: 1, ...limits });
  return {
    ...type,
    read: (value) => (value.kind === "size" ? { ok: value.dim } : type.read(value)),
    show: showDim,
  };
}

export const bool: ParamType<boolean> = {
  label: "true or false",
  schema: { type: "boolean" },
  suggest: ["true", "false"],
  read: (value) =>
    isOpaque(value) ? "unknown" : value.kind === "bool" ? { ok: value.value } : fail(value, bool.label),
  show: String,
};

export const text: ParamType<string> = {
  label: "text",
  schema: { type: "string" },
  suggest: [],
  read: (value) =>
    isOpaque(value) ? "unknown" : value.kind === "text" ? { ok: value.value } : fail(value, text.label),
  show: (value) => JSON.stringify(value),
};

/** Accepted and shown, but without influence on shapes or counts. */
export const anything: ParamType<unknown> = {
  label: "any value",
  schema: {},
  suggest: [],
  read: (value) => (isOpaque(value) ? "unknown" : { ok: "value" in value ? value.value : show(value) }),
  show: (value) => JSON.stringify(value),
};

export function choice<const C extends string>(...choices: readonly C[]): ParamType<C> {
  const label = choices.map((c) => JSON.stringify(c)).join(" or ");
  return {
    label,
    schema: { enum: choices },
    suggest: choices,
    read(value) {
      if (isOpaque(value)) return "unknown";
      const found = choices.find((c) => value.kind === "text" && value.value === c);
      return found === undefined ? fail(value, label) : { ok: found };
    },
    show: (value) => JSON.stringify(value),
  };
}

/** The same values under other words, where the words that follow from the parts say too little. */
export const labelled = <T>(type: ParamType<T>, label: string): ParamType<T> => ({
  ...type,
  label,
  read(value) {
    const reading = type.read(value);
    const whole = reading !== "unknown" && "mismatch" in reading && reading.mismatch.span === value.span;
    return whole ? fail(value, label) : reading;
  },
});

/** A number that something is divided by. */
export const nonzero: ParamType<number> = labelled(
  numeric("number", (n) => Number.isFinite(n) && n !== 0)(),
  "number other than 0",
);

/** A part of something, neither nothing nor all of it. */
export const share: ParamType<number> = labelled(numeric("number", (n) => n > 0 && n < 1)(), "number between 0 and 1");

/** Words that may be written in capitals as well. */
export const anyCase = <T>(type: ParamType<T>): ParamType<T> => ({
  ...type,
  read(value) {
    const reading = type.read(value.kind === "text" ? { ...value, value: value.value.toLowerCase() } : value);
    return reading !== "unknown" && "mismatch" in reading ? type.read(value) : reading;
  },
});

function readAll<T>(each: ParamType<T>, items: readonly Value[]): Reading<readonly T[]> {
  const read: T[] = [];
  for (const item of items) {
    const one = each.read(item);
    if (one === "unknown" || "mismatch" in one) return one;
    read.push(one.ok);
  }
  return { ok: read };
}

/** `integers ≥ 1` for `integer ≥ 1`. */
const several = (label: string): string => label.replace(/^(?:integer|number|list)\b/, "$&s");

export function list<T>(each: ParamType<T>): ParamType<readonly T[]> {
  const label = `list of ${several(each.label)}`;
  return {
    label,
    schema: { type: "array", items: each.schema },
    suggest: [],
    read: (value) =>
      isOpaque(value) ? "unknown" : value.kind === "list" ? readAll(each, value.items) : fail(value, label),
    show: (value) => `[${value.map((v) => each.show(v)).join(", ")}]`,
  };
}

/** A list of one of these lengths. */
export function listOf<T>(each: ParamType<T>, lengths: readonly number[]): ParamType<readonly T[]> {
  const all = list(each);
  const label = `list of ${lengths.join(" or ")}`;
  return {
    ...all,
    label,
    schema: { ...all.schema, minItems: Math.min(...lengths), maxItems: Math.max(...lengths) },
    read(value) {
      const fits = value.kind === "list" && lengths.includes(value.items.length);
      return fits || isOpaque(value) ? all.read(value) : fail(value, label);
    },
  };
}

/** A list, of which a single value may stand without its brackets. */
export function oneOrMore<T>(each: ParamType<T>): ParamType<readonly T[]> {
  const all = list(each);
  return {
    ...all,
    label: `${each.label}, or a list of them`,
    schema: { anyOf: [each.schema, all.schema] },
    suggest: each.suggest,
    read: (value) => (value.kind === "list" ? all.read(value) : single(each.read(value))),
    show: (value) => (value.length === 1 ? each.show(value[0]!) : all.show(value)),
  };
}

const single = <T>(reading: Reading<T>): Reading<readonly T[]> =>
  reading !== "unknown" && "ok" in reading ? { ok: [reading.ok] } : reading;

/** One value per spatial axis; a single value stands for all of them, and a list of one where `lone` lets it. */
export function perAxis<T>(each: ParamType<T>, axes = 2, lone = false): ParamType<readonly T[]> {
  const label = axes === 1 ? each.label : `${each.label}, or ${axes} of them`;
  return {
    label,
    schema: { anyOf: [each.schema, { type: "array", items: each.schema, minItems: axes, maxItems: axes }] },
    suggest: each.suggest,
    read(value) {
      if (isOpaque(value)) return "unknown";
      // Null may stand for one axis, but not for all of them.
      if (value.kind === "null") return fail(value, label);
      const sole = value.kind !== "list" ? value : lone && value.items.length === 1 ? value.items[0]! : undefined;
      const items = sole ? Array<Value>(axes).fill(sole) : (value as { readonly items: readonly Value[] }).items;
      return items.length === axes ? readAll(each, items) : fail(value, label);
    },
    show: (value) => (new Set(value).size === 1 ? each.show(value[0]!) : list(each).show(value)),
  };
}

export function either<A, B>(first: ParamType<A>, second: ParamType<B>): ParamType<A | B> {
  const label = `${first.label}, or ${second.label}`;
  return {
    label,
    schema: { anyOf: [first.schema, second.schema] },
    suggest: [...first.suggest, ...second.suggest],
    read(value) {
      const reading = first.read(value);
      if (reading === "unknown" || "ok" in reading) return reading;
      const other = second.read(value);
      return other === "unknown" || "ok" in other ? other : fail(value, label);
    },
    show: (value) => (typeof value === "string" ? second.show(value as B) : first.show(value as A)),
  };
}

/** The argument may be left out or null; the operator then gets `undefined`. */
export const optional = <T>(type: ParamType<T>): ParamType<T | undefined> => ({
  ...type,
  optional: true,
  schema: { anyOf: [type.schema, { type: "null" }] },
  read: (value) => (value.kind === "null" ? { ok: undefined } : type.read(value)),
  show: (value) => (value === undefined ? "null" : type.show(value)),
});

/** Null stands for the default, so that the operator never sees it. */
export const orNull = <T>(type: ParamType<T>): ParamType<T> => optional(type) as ParamType<T>;

const nothing: ParamType<null> = {
  label: "null",
  schema: { type: "null" },
  suggest: ["null"],
  read: (value) => (isOpaque(value) ? "unknown" : value.kind === "null" ? { ok: null } : fail(value, "null")),
  show: () => "null",
};

/** Null is a value of its own, and not the default: it stands for none. */
export function orNone<T>(type: ParamType<T>): ParamType<T | null> {
  const label = `${type.label}, or null`;
  return {
    ...labelled(either(nothing, type), label),
    suggest: [...type.suggest, ...nothing.suggest],
    show: (value) => (value === null ? nothing.show(null) : type.show(value)),
  };
}
