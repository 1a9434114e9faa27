import { batch } from "../../server/src/core/batch";
import { showDim } from "../../server/src/core/dim";
import { execute } from "../../server/src/python/program";
import { parsePython } from "../../server/src/python/syntax/parse";
import type { Value } from "../../server/src/python/values";

/** What a program leaves behind under a name, as plain values; "?" is what nobody knows. */
export function leaves(program: string, name = "result"): unknown {
  const { names } = execute(parsePython(`from elsewhere import unheard_of\n${program}`), false, new Map());
  const value = names.get(name);
  return value === undefined ? undefined : plain(value);
}

function plain(value: Value): unknown {
  if (value === null || typeof value !== "object") return value;
  switch (value.kind) {
    case "float":
      return value.value === undefined ? "float" : `${value.value}f`;
    case "size":
      return showDim(value.dim);
    case "tuple":
    case "sequence":
      return value.items.map(plain);
    case "list":
      return value.open ? "[?]" : value.items.map(plain);
    case "dict":
      return Object.fromEntries([...value.entries.values()].map(([key, one]) => [String(plain(key)), plain(one)]));
    case "tensor":
      return value.shape?.map((dim) => (dim === batch ? "N" : showDim(dim))).join("x") ?? "tensor";
    case "unknown":
      return "?";
    case "object":
      return value.class.name;
    default:
      return value.kind;
  }
}
