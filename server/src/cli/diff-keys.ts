import { parse } from "../formats/index";
import type { Change } from "../report/diff/models/changes";
import { isProgram } from "../service";
import { entriesOf, type Tree } from "../tree/tree";

/** Lists of rows are compared as layers, and a name says nothing of the network. */
const passedOver: ReadonlySet<string> = new Set(["layers", "blocks", "backbone", "head", "name", "description"]);

/** What two files say otherwise beside their layers; of several sizes only what is said of the one in question. */
export function changedKeys(
  old: { readonly path: string; readonly text: string },
  now: { readonly path: string; readonly text: string },
  scale: string | undefined,
): readonly Change[] {
  const [before, after] = [keysOf(old.path, old.text), keysOf(now.path, now.text)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .filter((name) => scale === undefined || !name.startsWith("scales.") || name === `scales.${scale}`)
    .map((name): Change => {
      const [a, b] = [before.get(name), after.get(name)];
      return { name, ...(a !== undefined && { old: a }), ...(b !== undefined && { new: b }) };
    });
}

function keysOf(path: string, text: string): ReadonlyMap<string, string> {
  // What stands beside the layers of a program are no keys.
  if (isProgram(path)) return new Map();
  const { root } = parse(path, text);
  const found = new Map<string, string>();
  for (const { key, value } of entriesOf(root)) {
    if (passedOver.has(key)) continue;
    if (value.kind === "map") for (const one of value.entries) found.set(`${key}.${one.key}`, shown(one.value));
    else found.set(key, shown(value));
  }
  return found;
}

function shown(tree: Tree): string {
  if (tree.kind === "scalar") return tree.value === null ? "null" : String(tree.value);
  if (tree.kind === "list") return `[${tree.items.map(shown).join(", ")}]`;
  return `{ ${tree.entries.map(({ key, value }) => `${key}: ${shown(value)}`).join(", ")} }`;
}
