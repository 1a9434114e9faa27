import { type Message, render, say } from "../core/message";
import type { Name } from "../core/name";
import { contains } from "../core/span";
import type { Snapshot } from "./snapshot";

/** What a block is, or a parameter of one, where it is declared: how often it is meant. */
export function aboutName(snapshot: Snapshot, offset: number) {
  const all = snapshot.names?.() ?? [];
  const found = all.find(({ span, whole, fixed }) => whole && !fixed && contains(span, offset));
  const said = found && about(found, all.filter(({ of }) => of === found.of).length - 1);
  return said && { span: found.span, parts: [render(said, snapshot.voice)] };
}

function about({ kind, name }: Name, uses: number): Message | undefined {
  if (kind === "block")
    return uses === 1
      ? say`**${name}** is a block of this file; one layer calls it.`
      : uses
        ? say`**${name}** is a block of this file; ${uses} layers call it.`
        : say`**${name}** is a block of this file that no layer calls.`;
  if (kind !== "parameter") return undefined;
  return uses === 1
    ? say`**${name}** is a parameter of the block, named in one other place.`
    : uses
      ? say`**${name}** is a parameter of the block, named in ${uses} other places.`
      : say`**${name}** is a parameter of the block that nothing names.`;
}
