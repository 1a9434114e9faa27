import type { ParamType } from "../core/param";
import { literal, type Value } from "../core/value";
import { equal } from "./equal";

/** A value as it is written in a file. Numbers that are all the same are one; a word needs quotes in JSON alone. */
export function shown(value: unknown, type: ParamType<any>, json: boolean): string {
  const plain = type.show(value);
  // A type that takes one or several shows several as one after another.
  const text = Array.isArray(value) && /^-?[\d.]+(?:,-?[\d.]+)+$/.test(plain) ? `[${value.join(", ")}]` : plain;
  const all = /^\[(-?[\d.]+)(?:, \1)+\]$/.exec(text);
  if (all && "ok" in Object(type.read({ kind: "number", value: Number(all[1]), span: nowhere }))) return all[1]!;
  const word = /^"([A-Za-z_]\w*)"$/.exec(text);
  return word && !json ? word[1]! : text;
}

const nowhere = { from: 0, to: 0 };

/** A value as if somebody had written it. */
export const plainValue = (value: unknown): Value =>
  Array.isArray(value) ? { kind: "list", items: value.map(plainValue), span: nowhere } : literal(value, nowhere);

/** One for several that are all the same, as people write them. */
export function collapsed(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const parts: readonly unknown[] = value.map(collapsed);
  return parts.length && !Array.isArray(parts[0]) && parts.every((part) => part === parts[0]) ? parts[0] : parts;
}

/** Whether what is written for one parameter means for another what is wanted there. */
export function meansSame(type: ParamType<any>, written: unknown, wanted: unknown): boolean {
  const [reading, other] = [collapsed(written), wanted].map((value) => type.read(plainValue(value)));
  return typeof reading === "object" && "ok" in reading && equal(reading, other);
}
