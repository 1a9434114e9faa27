/**
 * What the runtime of the grammar needs of `@lezer/common`, in whose place bundles have it. That package keeps trees
 * small for as long as an editor is open, mends them where a text changed, and puts a language inside of another;
 * here a tree is read once, from its first node to its last, and its nodes are what is read.
 */

export { InputStream } from "./input";

/** A node as `@lezer/common` would show it, as far as we look. */
class Node {
  firstChild: Node | null = null;
  constructor(
    readonly type: NodeType,
    readonly from: number,
    readonly to: number,
    readonly parent: Node | null,
    readonly nextSibling: Node | null,
  ) {}
  get name(): string {
    return this.type.name;
  }
}

/** The runtime looks at properties of types only where it takes over parts of an earlier tree, which there is none of. */
interface Spec {
  readonly id: number;
  readonly name: string | undefined;
  readonly error: boolean;
}

export class NodeType {
  private constructor(
    readonly id: number,
    readonly name: string,
    readonly isError: boolean,
    readonly isAnonymous: boolean,
  ) {}
  static define({ id, name, error }: Spec): NodeType {
    return new NodeType(id, name ?? "", error, name === undefined);
  }
}

export class NodeSet {
  constructor(readonly types: readonly NodeType[]) {}
}

/** These are of trees that are taken over in parts. */
export const DefaultBufferLength = 1024;
export const IterMode = {};
export const NodeProp = {};

export class Parser {
  declare createParse: (text: string, fragments: readonly [], ranges: readonly object[]) => { advance(): Tree | null };
  parse(text: string): Tree {
    const parse = this.createParse(text, [], [{ from: 0, to: text.length }]);
    for (;;) {
      const tree = parse.advance();
      if (tree) return tree;
    }
  }
}

/** Goes backwards through what the runtime wrote: a node after all that is in it, as many numbers as both take. */
interface Written {
  readonly pos: number;
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  next(): void;
}

interface Build {
  readonly buffer: Written;
  readonly nodeSet: NodeSet;
  readonly topID: number;
  readonly length: number;
}

/** Numbers that a node takes which has none inside. */
const ALONE = 4;

export class Tree {
  private constructor(readonly topNode: Node) {}
  static build({ buffer, nodeSet: { types }, topID, length }: Build): Tree {
    const top = new Node(types[topID]!, 0, length, null, null);
    /** The nodes around the place where we are, and where each begins. */
    const open = [{ node: top, begin: 0 }];
    while (buffer.pos > 0) {
      const { pos, id, start, end, size } = buffer;
      buffer.next();
      // Less than nothing is what it takes to write what later versions of a text could take over.
      if (size < 0) continue;
      while (open.at(-1)!.begin >= pos) open.pop();
      const around = open.at(-1)!.node;
      // What only says that something repeats has no name, and what it holds belongs to what is around.
      if (types[id]!.isAnonymous) continue;
      const node = new Node(types[id]!, start, end, around, around.firstChild);
      around.firstChild = node;
      if (size > ALONE) open.push({ node, begin: pos - size });
    }
    return new Tree(top);
  }
}
