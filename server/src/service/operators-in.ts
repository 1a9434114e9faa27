import { recognise } from "../formats/index";

/** The operators that a model is made of, by their own names; none where a text is no model. */
export function operatorsIn(path: string, text: string): readonly string[] {
  const found = recognise(path, text);
  if (!found) return [];
  const { models } = found.format.read(found.document, { pinned: found.pinned });
  const names = models.flatMap(({ graph: { nodes, vocabulary } }) =>
    nodes.map(({ op }) => vocabulary.spellings.get(op)?.op.name),
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}
