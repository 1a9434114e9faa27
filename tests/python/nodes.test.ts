import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { readable } from "../../server/src/python/syntax/readable";
import { pythonTexts } from "../support/python-texts";
import { randomly } from "../support/random";
import { sample } from "../support/sample";

/** The grammar with the package for its trees that it comes with. */
const usual: { readonly parser: { parse(text: string): Tree } } = createRequire(import.meta.url)("@lezer/python");

/** Each node with where it is and how deep, as whoever goes through siblings and what is inside sees them. */
function nodesOf(tree: Tree): readonly string[] {
  const found: string[] = [];
  const todo: (readonly [SyntaxNode, number])[] = [[tree.topNode, 0]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [node, depth] = next;
    found.push(`${depth} ${node.name} ${node.from} ${node.to} ${node.type.isError} in ${node.parent?.name}`);
    if (node.nextSibling) todo.push([node.nextSibling, depth]);
    if (node.firstChild) todo.push([node.firstChild, depth + 1]);
  }
  return found;
}

const texts = pythonTexts().map(({ text }) => readable(text));
const same = (text: string): void =>
  assert.deepEqual(nodesOf(parser.parse(text)), nodesOf(usual.parser.parse(text)), text);

describe("nodes of a tree", () => {
  it("are not made by the package in whose place they are", () => {
    assert.notEqual(parser.parse("x").constructor, usual.parser.parse("x").constructor);
  });

  it("follow the tables of the grammar, however bundles have them", () => {
    const [ours, theirs] = [parser, usual.parser].map((one) => one as unknown as { readonly data: Uint16Array });
    assert.deepEqual(ours!.data.subarray(0, theirs!.data.length), theirs!.data);
    assert.ok(ours!.data.subarray(theirs!.data.length).every((one) => one === 0));
  });

  it("are those of that package", () => {
    for (const text of ["", "\n", "# a", "x", ...texts]) same(text);
  });

  it("are so where texts are spoilt", () => {
    const { one, below } = randomly(5);
    for (let i = sample(2000, "spoilt texts of Python"); i > 0; i--) {
      const text = one(texts);
      const at = below(text.length);
      same(text.slice(0, at) + one(["", "(", "'''", "\n  ", "]", "def ", " = ", 'f"{']) + text.slice(at + below(40)));
    }
  });

  it("are so where there are many in a row, or in each other", () => {
    same("x = 1\n".repeat(5_000));
    same(`x = ${"[".repeat(150)}${"]".repeat(150)}`);
    same(`x = ${"1 + ".repeat(1_500)}1`);
  });
});
