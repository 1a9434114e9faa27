import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Expr, Stmt } from "../../server/src/python/syntax/ast";
import { parsePython } from "../../server/src/python/syntax/parse";

/** An expression with brackets around every part that has parts, so that it is seen how they lie. */
function shown(expr: Expr): string {
  const all = (exprs: readonly Expr[]): string => exprs.map(shown).join(", ");
  switch (expr.kind) {
    case "number":
      return expr.float ? `${expr.value}f` : `${expr.value}`;
    case "string":
      return JSON.stringify(expr.value);
    case "formatted":
      return `f[${expr.parts.map((part) => (typeof part === "string" ? JSON.stringify(part) : shown(part))).join(", ")}]`;
    case "constant":
      return `${expr.value}`;
    case "ellipsis":
      return "...";
    case "name":
      return expr.id.replace(/^match \d+$/, "MATCH");
    case "attribute":
      return `${shown(expr.of)}.${expr.name}`;
    case "subscript":
      return `${shown(expr.of)}[${shown(expr.index)}]`;
    case "slice":
      return [expr.start, expr.stop, expr.step].map((part) => (part ? shown(part) : "")).join(":");
    case "call":
      return `${shown(expr.callee)}(${expr.args
        .map(({ name, star, value }) => `${"*".repeat(star ?? 0)}${name ? `${name}=` : ""}${shown(value)}`)
        .join(", ")})`;
    case "binary":
    case "logic":
      return `(${shown(expr.left)} ${expr.op} ${shown(expr.right)})`;
    case "comparison":
      return `(${shown(expr.first)}${expr.rest.map(({ op, to }) => ` ${op} ${shown(to)}`).join("")})`;
    case "unary":
      return `(${expr.op} ${shown(expr.of)})`;
    case "conditional":
      return `(${shown(expr.body)} if ${shown(expr.test)} else ${shown(expr.otherwise)})`;
    case "lambda":
      return `(lambda ${expr.params.map(({ name, kind }) => `${name}/${kind}`).join(", ")}: ${shown(expr.body)})`;
    case "tuple":
      return `(${all(expr.items)},)`;
    case "list":
      return `[${all(expr.items)}]`;
    case "set":
      return `{${all(expr.items)}}`;
    case "dict":
      return `{${expr.entries.map(({ key, value }) => (key ? `${shown(key)}: ${shown(value)}` : `**${shown(value)}`)).join(", ")}}`;
    case "comprehension": {
      const item = `${shown(expr.item)}${expr.value ? `: ${shown(expr.value)}` : ""}`;
      const clauses = expr.clauses.map(
        ({ target, iterable, conditions }) =>
          ` for ${shown(target)} in ${shown(iterable)}${conditions.map((one) => ` if ${shown(one)}`).join("")}`,
      );
      return `${expr.of}<${item}${clauses.join("")}>`;
    }
    case "starred":
      return `*${shown(expr.of)}`;
    case "walrus":
      return `(${shown(expr.target)} := ${shown(expr.value)})`;
    case "yield":
      return `(yield${expr.delegates ? " from" : ""}${expr.value ? ` ${shown(expr.value)}` : ""})`;
    case "awaited":
      return `(await ${shown(expr.of)})`;
    case "error":
      return "?";
  }
}

const shownValue = (text: string): string => {
  const { body, errors } = parsePython(text);
  assert.deepEqual(errors, [], text);
  const [first] = body;
  assert.equal(first?.kind, "expression", text);
  return shown((first as Extract<Stmt, { kind: "expression" }>).value);
};

const only = <K extends Stmt["kind"]>(text: string, kind: K): Extract<Stmt, { readonly kind: K }> => {
  const { body, errors } = parsePython(text);
  assert.deepEqual(errors, [], text);
  assert.deepEqual(
    body.map((one) => one.kind),
    [kind],
  );
  return body[0] as Extract<Stmt, { readonly kind: K }>;
};

describe("expressions of Python", () => {
  const cases: readonly (readonly [text: string, shown: string])[] = [
    ["1_000", "1000"],
    ["0xff", "255"],
    ["1.", "1f"],
    ["1. + 2.", "(1f + 2f)"],
    ["f(1., 1.e-5)", "f(1f, 0.00001f)"],
    [".5e1", "5f"],
    ["3j", "?"],
    ["10000000000000000000000", "?"],
    ["'a' \"b\"", '"ab"'],
    ["r'\\d'", '"\\\\d"'],
    ["'\\x41\\u0042\\103\\n\\q'", '"ABC\\n\\\\q"'],
    ["b'a'", "?"],
    ["'''a\nb'''", '"a\\nb"'],
    ["f'{a}b{{c}}{d:02d}{e!r}{g=}'", 'f[a, "b{c}", format(d, f["02d"]), repr(e), "g=", repr(g)]'],
    ["f'{a:{b}}' 'c'", 'f[format(a, f[b]), "c"]'],
    ["not a and b", "((not a) and b)"],
    ["not a == b or c", "((not (a == b)) or c)"],
    ["not a if b else c", "((not a) if b else c)"],
    ["-x ** 2", "(- (x ** 2))"],
    ["2 ** -1 ** 3", "(2 ** (- (1 ** 3)))"],
    ["a - b - c * d @ e", "((a - b) - ((c * d) @ e))"],
    ["a | b ^ c & d << 1", "(a | (b ^ (c & (d << 1))))"],
    ["a < b <= c", "(a < b <= c)"],
    ["(a < b) < c", "((a < b) < c)"],
    ["a not in b is not c", "(a not in b is not c)"],
    ["a if b else c if d else e", "(a if b else (c if d else e))"],
    ["await a + b", "((await a) + b)"],
    ["x[1:, ::2, ..., None]", "x[(1::, ::2, ..., null,)]"],
    ["x[a,]", "x[(a,)]"],
    ["x[:-1]", "x[:(- 1):]"],
    ["f(a, *b, c=1, **d)", "f(a, *b, c=1, **d)"],
    ["f(x for x in y)", "f(generator<x for x in y>)"],
    ["[a for b in c if d if e for f in g]", "list<a for b in c if d if e for f in g>"],
    ["{k: v for k, v in x}", "dict<k: v for (k, v,) in x>"],
    ["{**a, 'b': c}", '{**a, "b": c}'],
    ["a, *b", "(a, *b,)"],
    ["(a,)", "(a,)"],
    ["()", "(,)"],
    ["(n := len(a)) > 10", "((n := len(a)) > 10)"],
    [
      "lambda a, /, b, *c, d, **e: a",
      "(lambda a/positional-only, b/positional, c/rest, d/keyword-only, e/keywords: a)",
    ],
  ];
  for (const [text, want] of cases) it(text.replaceAll("\n", "↵"), () => assert.equal(shownValue(text), want));
});

describe("statements of Python", () => {
  it("assign to several, with a type or without a value", () => {
    assert.deepEqual(only("a = b, c = d", "assign").targets.map(shown), ["a", "(b, c,)"]);
    assert.equal(shown(only("a: int = 1", "annotated").value!), "1");
    assert.equal(only("a: int", "annotated").value, undefined);
    assert.equal(only("a //= 2", "augment").op, "//");
  });

  it("keep decorators, parameters, and whether something yields", () => {
    const text = "@a.b(1)\n@c\ndef f(x, *, y: int = 2):\n  yield\n  def g(): yield x";
    const def = only(text, "function");
    assert.deepEqual(def.decorators.map(shown), ["a.b(1)", "c"]);
    assert.deepEqual(
      def.params.map(({ name, kind }) => `${name} ${kind}`),
      ["x positional", "y keyword-only"],
    );
    assert.equal(def.generator, true);
    assert.equal(only("def f():\n  def g(): yield\n", "function").generator, false);
    assert.equal(only("def f(): return (yield x)", "function").generator, true);
    assert.equal(only(`${"async"} def f(): pass`, "function").coroutine, true);
  });

  it("have branches, handlers and items", () => {
    const choice = only("if a: pass\nelif (b, c): pass\nelse: d", "if");
    assert.deepEqual(
      choice.branches.map(({ test }) => shown(test)),
      ["a", "(b, c,)"],
    );
    assert.equal(choice.otherwise.length, 1);
    const tried = only("try: a\nexcept (A, B) as e: b\nexcept: c\nelse: d\nfinally: e", "try");
    assert.deepEqual(
      tried.handlers.map(({ type, name }) => [type && shown(type), name]),
      [
        ["(A, B,)", "e"],
        [undefined, undefined],
      ],
    );
    assert.equal(only("with (open(a) as b,\n  c as d,  # why\n): pass", "with").items.length, 2);
    assert.equal(only("with (a): pass", "with").items.length, 1);
    const loop = only("for i, in a: pass\nelse: b", "for");
    assert.deepEqual([shown(loop.target), loop.otherwise.length], ["(i,)", 1]);
  });

  it("import", () => {
    const from = only("from ..a.b import (c, d as e,)", "import-from");
    assert.deepEqual([from.level, from.module, from.names.map((one) => one.as ?? one.name)], [2, "a.b", ["c", "e"]]);
    assert.equal(only("from a import *", "import-from").all, true);
    assert.deepEqual(
      only("import a.b as c, d", "import").names.map((one) => [one.name, one.as]),
      [
        ["a.b", "c"],
        ["d", undefined],
      ],
    );
  });

  it("match by branches", () => {
    const text = [
      "match x:",
      "  case 1 | -2: pass",
      "  case None: pass",
      "  case A.b: pass",
      "  case [a, *b] if c: pass",
      "  case y: pass",
      "  case _: pass",
    ].join("\n");
    const { body, errors } = parsePython(text);
    assert.deepEqual(errors, []);
    const [kept, choice] = body as [Extract<Stmt, { kind: "assign" }>, Extract<Stmt, { kind: "if" }>];
    assert.equal(`${shown(kept.targets[0]!)} = ${shown(kept.value)}`, "MATCH = x");
    assert.deepEqual(
      choice.branches.map(({ test }) => shown(test)),
      [
        "((MATCH == 1) or (MATCH == (- 2)))",
        "(MATCH is null)",
        "(MATCH == A.b)",
        "(((? and ((a := ?),)) and ((b := ?),)) and c)",
        "((y := MATCH),)",
        "true",
      ],
    );
  });
});

describe("places in Python", () => {
  it("are those of the text", () => {
    const text =
      "\ufeffclass Net(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(in_features=8, bias=1.)\n";
    const [net] = parsePython(text).body;
    const at = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
    assert.ok(net?.kind === "class");
    assert.equal(at(net.nameSpan), "Net");
    const [init] = net.body;
    assert.ok(init?.kind === "function");
    const [made] = init.body;
    assert.ok(made?.kind === "assign" && made.value.kind === "call");
    assert.equal(at(made.value.callee), "nn.Linear");
    assert.deepEqual(made.value.args.map(at), ["in_features=8", "bias=1."]);
    assert.deepEqual(
      made.value.args.map(({ nameSpan }) => nameSpan && at(nameSpan)),
      ["in_features", "bias"],
    );
  });

  it("of operations reach over their brackets", () => {
    const text = "(a + b) * c - d";
    const [first] = parsePython(text).body;
    assert.ok(first?.kind === "expression" && first.value.kind === "binary");
    assert.deepEqual([first.value.left.from, first.value.left.to], [0, 11]);
  });

  it("of comments are kept", () => {
    const { comments } = parsePython("x = 1  # => [1]\n# convlint\n");
    assert.deepEqual(
      comments.map((one) => one.text),
      ["# => [1]", "# convlint"],
    );
  });

  it("of mistakes are told, and of nothing else", () => {
    for (const text of ["", "# only a comment", "x = 1.\n\f\ny = yield\n", "f = lambda a, /: a"])
      assert.deepEqual(parsePython(text).errors, [], JSON.stringify(text));
    for (const text of ["print 'a'", "def f(:\n", "x = (1", "x = = 2", "f(a, )) ", "print >>f, 1"])
      assert.notDeepEqual(parsePython(text).errors, [], text);
  });

  it("where something is missing leave nothing known of it", () => {
    const [call] = parsePython("f(a, =, b)").body;
    assert.match(call?.kind === "expression" ? shown(call.value) : "", /\*\?\)$/);
    assert.equal(parsePython("x = ").body.length, 1);
  });
});
