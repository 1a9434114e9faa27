import { posix } from "node:path";

/** The rooms and what each may import, from the block with arrows in a page. */
export function tableIn(page: string): ReadonlyMap<string, readonly string[]> {
  const block = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].find(([, body]) => /^core\s+→\s*$/m.test(body!))?.[1];
  if (block === undefined) throw new Error("the page has no table of rooms");
  return new Map(
    block
      .trim()
      .split("\n")
      .map((line) => {
        const [room, may = ""] = line.split("→");
        return [room!.trim(), may.split(/\s+/).filter(Boolean)];
      }),
  );
}

/** The room of a file: its folder, or its own name where it stands beside the rooms. */
export function roomOf(path: string): string {
  const [side, , first] = path.split("/");
  if (side === "client") return "client";
  const room = first!.replace(/\.ts$/, "");
  return parts[room] ?? room;
}

/** Files and folders that are part of a room whose name they do not have. */
const parts: { readonly [name: string]: string } = {
  lsp: "server",
  "server-web": "server",
  "start-server": "server",
  "start-server-web": "server",
};

export interface Imported {
  /** A room, or a package. */
  readonly to: string;
  /** Of a file of the project, where it lies. */
  readonly path: string;
}

const imports = /^(?:import|export)\b[^;"=]*\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\s*\(\s*"([^"]+)"/gm;

/** What a file imports, types included: knowing a type is knowing a room. */
export function importsOf(path: string, source: string): readonly Imported[] {
  const found = [...codeOf(source).matchAll(imports)];
  return found.map(([, from, alone, called]) => {
    const to = (from ?? alone ?? called)!;
    if (to.startsWith(".")) {
      const target = posix.join(posix.dirname(path), to);
      return { to: roomOf(target), path: target };
    }
    return { to: to.startsWith("node:") ? to : packageOf(to), path: to };
  });
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Source without comments, so that a word in a sentence is no use of it. */
export const codeOf = (source: string): string =>
  source.replace(
    /("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text?: string) => text ?? "",
  );
