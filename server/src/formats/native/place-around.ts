import type { Place } from "../../core/format";
import type { Vocabulary } from "../../core/vocabulary";
import { entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import type { Where } from "../../tree/where";

/** What every place says. */
export type Here = { readonly span: Place["span"]; readonly vocabulary: Vocabulary; readonly quotes?: true };

/** What is known of the file around the cursor. */
export interface Surroundings {
  readonly here: Here;
  readonly root: Tree | undefined;
  readonly blocks: Tree | undefined;
  readonly text: string;
  readonly offset: number;
  readonly json: boolean;
  readonly vocabulary: Vocabulary;
  readonly where: Where;
}

/** Keys of a map, but for the one that is being written. */
export const given = (tree: Tree | undefined, offset: number): readonly string[] =>
  entriesOf(tree)
    .filter(({ keySpan }) => offset < keySpan.from || keySpan.to < offset)
    .map(({ key }) => key);

/** Layers with names, the last first. */
export const namesIn = (layers: Tree | undefined, end = Number.POSITIVE_INFINITY) =>
  itemsOf(layers)
    .slice(0, end)
    .flatMap((item) => {
      const name = textOf(get(item, "name"));
      return name === undefined ? [] : [{ name, op: entriesOf(item)[0]!.key }];
    })
    .reverse();
