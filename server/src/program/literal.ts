import { batch } from "../core/batch";
import { type Dim, divide, showDim } from "../core/dim";
import { say } from "../core/message";
import type { ParamType } from "../core/param";
import { collapsed, plainValue } from "../edits/shown";
import { Unsayable } from "./calls";

/** Stands for how many images go through the model, which what is read is asked for. */
export const images = "IMAGES";

/** A value as Python writes it; one for several that are all the same, where that is taken for them. */
export function literal(value: unknown, type?: ParamType<any>): string {
  if (value === undefined || value === null) return "None";
  if (Array.isArray(value)) {
    const one = collapsed(value);
    if (!Array.isArray(one) && type && "ok" in Object(type.read(plainValue(one)))) return literal(one);
    const items = value.map((item) => literal(item));
    return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
  }
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numeral(value);
  const times = typeof value === "object" ? divide(value as Dim, batch) : undefined;
  if (typeof times === "number") return times === 1 ? images : `${times} * ${images}`;
  if (typeof value === "object")
    throw new Unsayable(say`${showDim(value as never)} is no number that a program could have`);
  return JSON.stringify(value);
}

/** `1e-5`, not 0.00001. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Unsayable(say`a number is not known`);
  if (value === 0 || Math.abs(value) >= 1e-4) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$1$2");
}
