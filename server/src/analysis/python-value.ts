import type { ParamType } from "../core/param";
import { bool } from "../core/types";
import type { Value } from "../core/value";

/** Python counts with true and false as with 1 and 0, and takes any number but 0 for true; what fits stays as it is. */
export function asPython(value: Value, type: ParamType<unknown>): Value {
  const { span } = value;
  if (value.kind === "number" && type === bool) return { kind: "bool", value: value.value !== 0, span };
  if (value.kind !== "bool" || type === bool) return value;
  const reading = type.read(value);
  if (reading === "unknown" || "ok" in reading) return value;
  return { kind: "number", value: Number(value.value), span };
}
