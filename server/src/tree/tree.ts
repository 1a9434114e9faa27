import type { Span } from "../core/span";

/**
 * A text as formats read it, whether it was YAML, JSON or plain values: maps, lists and scalars with
 * their places. Aliases and merges are already followed.
 */
export type Tree = TreeMap | TreeList | TreeScalar;

export interface TreeMap {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  readonly span: Span;
  /** Written with braces. */
  readonly flow: boolean;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

export interface TreeList {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly span: Span;
  readonly flow: boolean;
}

export interface TreeScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly source: string;
  readonly plain: boolean;
  readonly span: Span;
}

/** Where a value is missing altogether: behind a bare `key:` or `-`. */
export const missing = (at: number): TreeScalar => ({
  kind: "scalar",
  value: null,
  source: "",
  plain: true,
  span: { from: at, to: at },
});

export const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === "map" ? tree.entries : []);
export const itemsOf = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === "list" ? tree.items : []);
export const entryOf = (tree: Tree | undefined, key: string): Entry | undefined =>
  entriesOf(tree).find((entry) => entry.key === key);
export const get = (tree: Tree | undefined, key: string): Tree | undefined => entryOf(tree, key)?.value;

/** The text of a scalar that is there. */
export const textOf = (tree: Tree | undefined): string | undefined =>
  tree?.kind === "scalar" && tree.value !== null ? String(tree.value) : undefined;

/** Nothing is written where a value could stand. */
export const isMissing = (tree: Tree | undefined): boolean =>
  !tree || (tree.kind === "scalar" && tree.value === null && tree.source === "");
