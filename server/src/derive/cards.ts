import type { Op } from "../core/op";
import type { Param } from "../core/param";

export interface Card {
  readonly id: string;
  readonly front: string;
  readonly back: string;
}

/** Flashcards of one operator; nothing here is written twice. */
export function cards(op: Op): readonly Card[] {
  const params = Object.entries(op.params) as [string, Param<unknown>][];
  return [
    { id: `${op.name}/summary`, front: `What does ${op.name} do?`, back: op.summary },
    ...(op.formula
      ? [{ id: `${op.name}/formula`, front: `How large is the output of ${op.name}?`, back: op.formula }]
      : []),
    ...params.map(([name, p]) => ({
      id: `${op.name}/${name}`,
      front: `${op.name}: what is ${name}?`,
      back: `${p.doc} Takes ${p.type.label}.`,
    })),
    ...Object.entries(op.constraints as Record<string, string>).map(([id, doc]) => ({
      id: `${op.name}/${id}`,
      front: `${op.name}: when is it wrong? (${id})`,
      back: doc,
    })),
  ];
}
