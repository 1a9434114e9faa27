import type { ParamType } from "../../core/param";
import { equal } from "../equal";
import { collapsed, plainValue, shown } from "../shown";

/** Numbers that are all the same are one, as people write them; what is left out is null. */
export const plain = (value: unknown): unknown => collapsed(value) ?? null;

export const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => equal(plain(value), plain(b[i])));

/** A value as it is written where its type is known, and where it is not. */
export function written(value: unknown, type?: ParamType<any>): string {
  if (value === undefined || value === null) return "null";
  if (Array.isArray(value)) {
    const one = plain(value);
    const isOne = !Array.isArray(one) && (!type || "ok" in Object(type.read(plainValue(one))));
    return isOne ? written(one) : `[${value.map((part) => written(part)).join(", ")}]`;
  }
  if (type) return shown(value, type, false);
  return typeof value === "string" && !/^[A-Za-z_]\w*$/.test(value) ? JSON.stringify(value) : String(value);
}
