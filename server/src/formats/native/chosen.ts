import type { Value } from "../../core/value";
import type { Blocks } from "./block";

/** Of each block the parameters whose value is an operator, or a block: it stands in the place of one, or is handed on as one. */
export function choosers(blocks: Blocks): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map([...blocks.keys()].map((key) => [key, new Set<string>()]));
  for (let before = -1, now = 0; before < now; before = now, now = count(found))
    for (const [key, { body, params }] of blocks)
      for (const { op, args } of body.items) {
        const handed = args.filter(({ name }) => name !== undefined && found.get(op)?.has(name));
        for (const word of [op, ...handed.map(({ value }) => textIn(value))])
          if (word.startsWith("$") && params.has(word.slice(1))) found.get(key)!.add(word.slice(1));
      }
  return found;
}

const textIn = (value: Value): string => (value.kind === "text" ? value.value : "");
const count = (found: ReadonlyMap<string, ReadonlySet<string>>): number =>
  [...found.values()].reduce((sum, { size }) => sum + size, 0);
