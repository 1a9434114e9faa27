import type { Edit } from "../core/problem";
import type { Tree } from "../tree/tree";
import type { Place } from "./conversion";
import { endOfTree } from "./edit-call";

/** What a number in `from` is once layers have come in between or gone. */
export type Renumber = (reference: number) => number;

export const renumberer =
  (index: number, places: readonly Place[]): Renumber =>
  (reference) => {
    const target = index + reference;
    if (reference >= 0 || !Number.isInteger(reference) || target < -1) return reference;
    return (target < 0 ? -1 : places[target]!.last) - places[index]!.first;
  };

/** The numbers of a `from` or of `outputs`, where they change. */
export const numberEdits = (tree: Tree | undefined, renumber: Renumber): readonly Edit[] =>
  numbersIn(tree).flatMap(({ value, span }) => {
    const now = renumber(value);
    return now === value ? [] : [{ span, text: String(now) }];
  });

export function numbersIn(tree: Tree | undefined): readonly (Tree & { readonly value: number })[] {
  const all = tree?.kind === "list" ? tree.items : tree ? [tree] : [];
  return all.filter(
    (one): one is Extract<Tree, { readonly kind: "scalar" }> & { readonly value: number } =>
      one.kind === "scalar" && typeof one.value === "number",
  );
}

/** A tree as it is written, with its numbers changed. */
export function renumbered(tree: Tree, renumber: Renumber, text: string): string {
  let from = tree.span.from;
  let written = "";
  for (const { span, text: put } of numberEdits(tree, renumber)) {
    written += text.slice(from, span.from) + put;
    from = span.to;
  }
  return written + text.slice(from, endOfTree(tree));
}
