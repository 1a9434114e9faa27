import type { SyntaxNode } from "@lezer/common";
import type { Imported, Stmt } from "./ast";
import { children, cut, named, parted, type Reader, spanOf } from "./reader";

function imported(parts: readonly SyntaxNode[], reader: Reader): readonly Imported[] {
  const listed = parts.filter(({ name }) => name !== "(" && name !== ")");
  return parted(listed).map((part): Imported => {
    const [path, other] = cut(part, "as");
    return {
      name: path.map((piece) => reader.textOf(piece)).join(""),
      ...(other?.[0] && { as: reader.textOf(other[0]) }),
      from: part[0]!.from,
      to: part.at(-1)!.to,
    };
  });
}

export function importStatement(node: SyntaxNode, reader: Reader): Stmt {
  const parts = children(node);
  if (parts[0]?.name !== "from") return { kind: "import", names: imported(parts.slice(1), reader), ...spanOf(node) };
  const [head, names = []] = cut(parts.slice(1), "import");
  const path = head.map((part) => reader.textOf(part)).join("");
  const module = path.replace(/^\.+/, "");
  const all = named(names, "*") !== undefined;
  return {
    kind: "import-from",
    module,
    level: path.length - module.length,
    names: all ? [] : imported(names, reader),
    all,
    ...spanOf(node),
  };
}
