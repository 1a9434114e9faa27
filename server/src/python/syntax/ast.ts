import type { Span } from "../../core/span";

/**
 * Python as far as it can be executed here. Every part has the place of the text it was read from,
 * also what broken text leaves of it; what cannot be read is an `error`, of which nothing is known.
 */
export type Expr = Span &
  (
    | { readonly kind: "number"; readonly value: number; readonly float: boolean }
    | { readonly kind: "string"; readonly value: string }
    /** An f-string, in order: texts, and what stands in braces. */
    | { readonly kind: "formatted"; readonly parts: readonly (string | Expr)[] }
    | { readonly kind: "constant"; readonly value: boolean | null }
    | { readonly kind: "ellipsis" }
    | { readonly kind: "name"; readonly id: string }
    /** The name ends where the expression does. */
    | { readonly kind: "attribute"; readonly of: Expr; readonly name: string }
    | { readonly kind: "subscript"; readonly of: Expr; readonly index: Expr }
    | Slice
    | Call
    | { readonly kind: "binary"; readonly op: BinaryOp; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "logic"; readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr }
    /** `a < b <= c`: each operand is evaluated once. */
    | { readonly kind: "comparison"; readonly first: Expr; readonly rest: readonly Compared[] }
    | { readonly kind: "unary"; readonly op: "-" | "+" | "~" | "not"; readonly of: Expr }
    | { readonly kind: "conditional"; readonly test: Expr; readonly body: Expr; readonly otherwise: Expr }
    | { readonly kind: "lambda"; readonly params: readonly Param[]; readonly body: Expr }
    | { readonly kind: "tuple" | "list" | "set"; readonly items: readonly Expr[] }
    | { readonly kind: "dict"; readonly entries: readonly Entry[] }
    | Comprehension
    | { readonly kind: "starred"; readonly of: Expr }
    | { readonly kind: "walrus"; readonly target: Expr; readonly value: Expr }
    | { readonly kind: "yield"; readonly value?: Expr; readonly delegates: boolean }
    | { readonly kind: "awaited"; readonly of: Expr }
    | { readonly kind: "error" }
  );

export type BinaryOp = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "@" | "<<" | ">>" | "&" | "|" | "^";
export type CompareOp = "<" | ">" | "<=" | ">=" | "==" | "!=" | "in" | "not in" | "is" | "is not";

export interface Slice extends Span {
  readonly kind: "slice";
  readonly start?: Expr;
  readonly stop?: Expr;
  readonly step?: Expr;
}

export interface Call extends Span {
  readonly kind: "call";
  readonly callee: Expr;
  readonly args: readonly Arg[];
}

export interface Comprehension extends Span {
  readonly kind: "comprehension";
  readonly of: "list" | "set" | "dict" | "generator";
  /** Of a dict, the key. */
  readonly item: Expr;
  readonly value?: Expr;
  readonly clauses: readonly Clause[];
}

export interface Compared {
  readonly op: CompareOp;
  readonly to: Expr;
}

/** `value`, `name=value`, `*value` or `**value`. */
export interface Arg extends Span {
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly star?: 1 | 2;
  readonly value: Expr;
}

/** Without a key, `**value`. */
export interface Entry {
  readonly key?: Expr;
  readonly value: Expr;
}

export interface Clause {
  readonly target: Expr;
  readonly iterable: Expr;
  readonly conditions: readonly Expr[];
}

export interface Param extends Span {
  readonly name: string;
  /** "positional" may be given by name too; "rest" is `*args`, "keywords" is `**kwargs`. */
  readonly kind: "positional-only" | "positional" | "rest" | "keyword-only" | "keywords";
  readonly default?: Expr;
  readonly annotation?: Expr;
}

export type Stmt = Span &
  (
    | { readonly kind: "expression"; readonly value: Expr }
    | { readonly kind: "assign"; readonly targets: readonly Expr[]; readonly value: Expr }
    /** `x: int = 1`, or without a value. */
    | { readonly kind: "annotated"; readonly target: Expr; readonly annotation: Expr; readonly value?: Expr }
    | { readonly kind: "augment"; readonly target: Expr; readonly op: BinaryOp; readonly value: Expr }
    | { readonly kind: "if"; readonly branches: readonly Branch[]; readonly otherwise: Block }
    | {
        readonly kind: "for";
        readonly target: Expr;
        readonly iterable: Expr;
        readonly body: Block;
        readonly otherwise: Block;
      }
    | { readonly kind: "while"; readonly test: Expr; readonly body: Block; readonly otherwise: Block }
    | FunctionDef
    | ClassDef
    | { readonly kind: "return"; readonly value?: Expr }
    | { readonly kind: "raise"; readonly value?: Expr }
    | { readonly kind: "assert"; readonly test: Expr }
    | Try
    | { readonly kind: "with"; readonly items: readonly WithItem[]; readonly body: Block }
    | { readonly kind: "import"; readonly names: readonly Imported[] }
    | ImportFrom
    | { readonly kind: "scope"; readonly of: "global" | "nonlocal"; readonly names: readonly string[] }
    | { readonly kind: "delete"; readonly targets: readonly Expr[] }
    | { readonly kind: "pass" | "break" | "continue" }
  );

export type Block = readonly Stmt[];

export interface Branch {
  readonly test: Expr;
  readonly body: Block;
}

export interface FunctionDef extends Span {
  readonly kind: "function";
  readonly name: string;
  readonly nameSpan: Span;
  readonly params: readonly Param[];
  readonly body: Block;
  readonly decorators: readonly Expr[];
  readonly generator: boolean;
  /** Calling it only prepares what it does. */
  readonly coroutine: boolean;
}

export interface ClassDef extends Span {
  readonly kind: "class";
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Arg[];
  readonly body: Block;
  readonly decorators: readonly Expr[];
}

export interface Try extends Span {
  readonly kind: "try";
  readonly body: Block;
  readonly handlers: readonly Handler[];
  readonly otherwise: Block;
  readonly ending: Block;
}

export interface Handler {
  readonly type?: Expr;
  readonly name?: string;
  readonly body: Block;
}

export interface WithItem {
  readonly value: Expr;
  readonly target?: Expr;
}

/** `name as as`; of `import a.b`, the name is the whole path. */
export interface Imported extends Span {
  readonly name: string;
  readonly as?: string;
}

export interface ImportFrom extends Span {
  readonly kind: "import-from";
  /** Without the dots in front, which are the level. */
  readonly module: string;
  readonly level: number;
  readonly names: readonly Imported[];
  /** `import *`. */
  readonly all: boolean;
}

/** From the hash sign to the end of its line. */
export interface Comment extends Span {
  readonly text: string;
}

export interface Module {
  readonly body: Block;
  readonly comments: readonly Comment[];
  /** Where the text is no Python, in order. */
  readonly errors: readonly Span[];
}
