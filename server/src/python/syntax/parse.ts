import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Span } from "../../core/span";
import type { Comment, Expr, Module } from "./ast";
import { expressionOf } from "./expressions";
import { tooMuch } from "./limits";
import { item } from "./members";
import { readable } from "./readable";
import { failed, named, parted, type Reader } from "./reader";
import { statementsIn } from "./statements";

/** Deeper than anybody writes; what is inside of that is not known. */
const deepest = 400;

/** The whole text as far as it is Python; never throws, whatever the text. */
export function parsePython(text: string): Module {
  const end = tooMuch(text);
  if (end !== undefined) return { body: [], comments: [], errors: [{ from: end, to: end }] };
  const tree = parser.parse(readable(text));
  const { comments, errors } = aside(tree, text);
  return { body: statementsIn(tree.topNode, readerOf(text)), comments, errors };
}

function readerOf(text: string): Reader {
  let depth = 0;
  let hasYield = false;
  const reader: Reader = {
    textOf: ({ from, to }) => text.slice(from, to),
    expression: (node, around) =>
      (node && reader.deeper(1, () => expressionOf(node, reader))) ?? failed(node ?? around),
    list: (nodes, around) => listed(nodes, around, reader),
    deeper(levels, read) {
      if (depth + levels > deepest) return undefined;
      depth += levels;
      const found = read();
      depth -= levels;
      return found;
    },
    block: (body) => (body && reader.deeper(1, () => statementsIn(body, reader))) ?? [],
    yielding(read) {
      const outside = hasYield;
      hasYield = false;
      const found = read();
      const inside = hasYield;
      hasYield = outside;
      return [found, inside];
    },
    yields() {
      hasYield = true;
    },
  };
  return reader;
}

function listed(nodes: readonly SyntaxNode[], around: Span, reader: Reader): Expr {
  const [first] = nodes;
  if (!first) return failed(around);
  const parts = parted(nodes);
  if (first.name !== "*" && !named(nodes, ",")) return reader.expression(first, around);
  const items = parts.map((part) => item(part, around, reader));
  return { kind: "tuple", items, from: first.from, to: nodes.at(-1)!.to };
}

/** What is no part of the program: comments, and where the text is none. */
function aside(tree: Tree, text: string): Pick<Module, "comments" | "errors"> {
  const comments: Comment[] = [];
  const errors: Span[] = [];
  let node: SyntaxNode | null = tree.topNode;
  while (node) {
    const { from, to, name }: SyntaxNode = node;
    if (name === "Comment") comments.push({ text: text.slice(from, to), from, to });
    // The grammar knows this statement of Python 2 as well.
    const isWrong: boolean = name === "PrintStatement" || (node.type.isError && !isFine(node, text));
    if (isWrong) errors.push({ from, to });
    node = isWrong ? after(node) : (node.firstChild ?? after(node));
  }
  return { comments, errors };
}

/** The node that begins next behind all of this one. */
function after(node: SyntaxNode): SyntaxNode | null {
  let end: SyntaxNode | null = node;
  while (end && !end.nextSibling) end = end.parent;
  return end?.nextSibling ?? null;
}

/** What the grammar takes for a mistake and Python does not. */
function isFine(node: SyntaxNode, text: string): boolean {
  const { from, to, parent } = node;
  if (parent?.name === "ParamList") return text.slice(from, to) === "/";
  if (from < to) return false;
  if (parent?.name === "Script") return isEmpty(parent);
  return /^Yield/.test(parent?.name ?? "") && parent?.firstChild?.nextSibling?.type.isError === true;
}

function isEmpty(script: SyntaxNode): boolean {
  let child = script.firstChild;
  while (child?.name === "Comment") child = child.nextSibling;
  return child?.from === child?.to;
}
