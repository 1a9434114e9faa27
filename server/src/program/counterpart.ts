import type { Given, Leaf } from "./calls";

/** A call under another name, with arguments of its own. */
export interface Renamed {
  readonly word: string;
  readonly args: ReadonlyMap<string, Given>;
}

/**
 * What an operator becomes that the vocabularies have no common word for, one call after another: nothing where it has one all the same,
 * the name of an argument that cannot be said. Its inputs and outputs have their axes as the framework has them;
 * whether those of images have moved on the way is told beside it.
 */
export type Counterpart = (leaf: Leaf, isMoved: boolean) => Renamed | readonly Renamed[] | string | undefined;
