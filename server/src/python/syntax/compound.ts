import type { SyntaxNode } from "@lezer/common";
import type { Block, Branch, Handler, Stmt, Try, WithItem } from "./ast";
import { children, cut, named, parted, type Reader, spanOf } from "./reader";

/** One part of a statement that has several: its keyword, what stands behind that, and its body. */
interface Part {
  readonly keyword: SyntaxNode;
  readonly head: readonly SyntaxNode[];
  readonly body: SyntaxNode | undefined;
}

/** `if …: …`, `elif …: …`, `else: …`: each from its keyword to its body. */
function partsOf(node: SyntaxNode, keywords: readonly string[]): readonly Part[] {
  const found: { keyword: SyntaxNode; head: SyntaxNode[]; body: SyntaxNode | undefined }[] = [];
  for (const child of children(node)) {
    const last = found.at(-1);
    if (keywords.includes(child.name) && (!last || last.body || child.name !== "in"))
      found.push({ keyword: child, head: [], body: undefined });
    else if (!last) continue;
    else if (child.name === "Body") last.body = child;
    else last.head.push(child);
  }
  return found;
}

const bodyOf = (parts: readonly Part[], keyword: string, reader: Reader): Block =>
  reader.block(parts.find((part) => part.keyword.name === keyword)?.body);

export function ifStatement(node: SyntaxNode, reader: Reader): Stmt {
  const parts = partsOf(node, ["if", "elif", "else"]);
  const branches = parts
    .filter(({ keyword }) => keyword.name !== "else")
    .map(({ keyword, head, body }): Branch => ({ test: reader.list(head, keyword), body: reader.block(body) }));
  return { kind: "if", branches, otherwise: bodyOf(parts, "else", reader), ...spanOf(node) };
}

export function forStatement(node: SyntaxNode, reader: Reader): Stmt {
  const parts = partsOf(node, ["for", "else"]);
  const loop = parts.find(({ keyword }) => keyword.name === "for");
  const [target, iterable = []] = cut(loop?.head ?? [], "in");
  return {
    kind: "for",
    target: reader.list(target, node),
    iterable: reader.list(iterable, node),
    body: reader.block(loop?.body),
    otherwise: bodyOf(parts, "else", reader),
    ...spanOf(node),
  };
}

export function whileStatement(node: SyntaxNode, reader: Reader): Stmt {
  const parts = partsOf(node, ["while", "else"]);
  const test = reader.list(parts[0]?.head ?? [], node);
  const [body, otherwise] = [bodyOf(parts, "while", reader), bodyOf(parts, "else", reader)];
  return { kind: "while", test, body, otherwise, ...spanOf(node) };
}

export function tryStatement(node: SyntaxNode, reader: Reader): Try {
  const parts = partsOf(node, ["try", "except", "else", "finally"]);
  const handlers = parts
    .filter(({ keyword }) => keyword.name === "except")
    .map(({ head, body }): Handler => {
      // `except*` tells apart what was raised together.
      const [type, name] = cut(head[0]?.name === "*" ? head.slice(1) : head, "as");
      return {
        ...(type.length && { type: reader.list(type, node) }),
        ...(name?.[0] && { name: reader.textOf(name[0]) }),
        body: reader.block(body),
      };
    });
  return {
    kind: "try",
    body: bodyOf(parts, "try", reader),
    handlers,
    otherwise: bodyOf(parts, "else", reader),
    ending: bodyOf(parts, "finally", reader),
    ...spanOf(node),
  };
}

export function withStatement(node: SyntaxNode, reader: Reader): Stmt {
  const [, rest = []] = cut(children(node), "with");
  const body = named(rest, "Body");
  const head = rest.filter((part) => part !== body);
  const bare = head[0]?.name === "(" ? head.filter(({ name }) => name !== "(" && name !== ")") : head;
  const items = parted(bare).map((part): WithItem => {
    const [value, target] = cut(part, "as");
    return {
      value: reader.expression(value[0], node),
      ...(target?.[0] && { target: reader.expression(target[0], node) }),
    };
  });
  return { kind: "with", items, body: reader.block(body), ...spanOf(node) };
}
