import { showDim } from "../../core/dim";
import { isKind, type Value } from "../values";
import type { Machine } from "./machine";

/** The longest text that is worked out. */
export const longestText = 20_000;

/** A value as `str` writes it; nothing where that is not known. */
export function text(machine: Machine, value: Value): string | undefined {
  if (typeof value === "string") return value;
  return written(machine, value);
}

function written(machine: Machine, value: Value): string | undefined {
  // Lists may lie in one another in more ways than anybody could write out.
  machine.step();
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value}'`;
  switch (value.kind) {
    case "float":
      return value.value === undefined
        ? undefined
        : Number.isInteger(value.value)
          ? value.value.toFixed(1)
          : String(value.value);
    case "size":
      return showDim(value.dim);
    case "list":
      return value.open ? undefined : joined(machine, value.items, "[", "]");
    case "tuple":
      return joined(machine, value.items, "(", value.items.length === 1 ? ",)" : ")");
  }
  return undefined;
}

function joined(machine: Machine, items: readonly Value[], before: string, after: string): string | undefined {
  const all = items.map((item) => written(machine, item));
  if (!all.every((one) => one !== undefined)) return undefined;
  const whole = before + all.join(", ") + after;
  return whole.length > longestText ? undefined : whole;
}

/** What stands behind a colon: nothing, a type, or how many digits a whole number has. */
export function filledIn(shown: string, spec: string, value: Value | undefined): string | undefined {
  const [, zeros, width, type] = /^(?::(0?)(\d{0,3})([ds]?))?$/.exec(spec) ?? [];
  if (spec && type === undefined) return undefined;
  if ((type === "d" || width) && typeof value !== "number") return undefined;
  return zeros ? shown.padStart(Number(width), "0") : shown.padStart(Number(width ?? 0));
}

/** `"conv%d" % 3`. */
export function percentFormat(machine: Machine, pattern: string, value: Value): Value {
  const values = isKind(value, "tuple") ? [...value.items] : [value];
  let known = true;
  const filled = pattern.replace(/%(%|[-+0 #]*\d*(?:\.\d+)?[a-zA-Z])/g, (whole, spec: string) => {
    if (spec === "%") return "%";
    const next = values.shift();
    const shown = next === undefined ? undefined : text(machine, next);
    const filled = shown && filledIn(shown, `:${spec.replace(/[ri]$/, "")}`, next);
    if (filled === undefined) known = false;
    return filled ?? whole;
  });
  return known ? filled : { kind: "unknown" };
}

/** `"conv{}".format(3)`. */
export function braceFormat(
  machine: Machine,
  pattern: string,
  values: readonly Value[],
  named: ReadonlyMap<string, Value>,
): Value {
  let next = 0;
  let known = true;
  const filled = pattern.replace(
    /\{\{|\}\}|\{([^{}:!]*)([^{}]*)\}/g,
    (whole, name: string | undefined, spec: string) => {
      if (name === undefined) return whole[0]!;
      const value = name === "" ? values[next++] : /^\d+$/.test(name) ? values[Number(name)] : named.get(name);
      const shown = value === undefined ? undefined : text(machine, value);
      const filled = shown === undefined ? undefined : filledIn(shown, spec!, value);
      if (filled === undefined) known = false;
      return filled ?? "";
    },
  );
  return known ? filled : { kind: "unknown" };
}
