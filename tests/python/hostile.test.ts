import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Understood, understand } from "../../server/src/service";
import { stepsOf } from "../support/steps";

/** Fifty lines, each of which has what is before it twice. */
const doubled = (line: (i: number) => string): string => Array.from({ length: 50 }, (_, i) => line(i)).join("\n");

const start = "import torch\nfrom torch import nn\n";
const programs: { readonly [name: string]: string } = {
  "loops without end": "while True: pass\na = []\nwhile True: a.append(1)",
  "calls without end": "def f(n): return f(n + 1) + f(n + 2)\nf(0)",
  "lists and texts that are too long": 'x = [0] * 10**9\ny = "a" * 10**12\nz = 10 ** 10 ** 10\nw = 1 << 10**9',
  "more rounds than can be counted": "for i in range(10**18): pass",
  "lists that double": "x = [1]\ny = (1,)\nz = [1]\nfor i in range(99):\n  x = x + x\n  y = y + y\n  z += z",
  "lists that are put behind themselves": "x = [1]\nfor i in range(99): x.extend(x)\nx.append(x)\nprint(f'{x}')",
  "texts that double": 's = t = u = "ab"\nfor i in range(99):\n  s = s + s\n  t = f"{t}{t}"\n  u = u.join([u, u])',
  "texts that grow in texts": 's = "ab"\nfor i in range(99): s = s.replace("a", s)',
  "lists inside of lists":
    "x = []\nt = ()\nfor i in range(99): x, t = [x, x], (t, t)\nd = {t: str(x)}\nx == [x]; t == (t,)",
  "generators without end": "def g():\n  while True: yield 1\nfor x in g(): pass\ndef h(): yield from h()\nlist(h())",
  "sums of thousands": "[a + b + c for a in range(999) for b in range(999) for c in range(999)]",
  "tensors that are too large": "x = torch.arange(10**12)\ny = list(torch.zeros(10**9))",
  "modules inside of modules": "m = nn.Identity()\nfor i in range(3000): m = nn.Sequential(m)\nm(torch.zeros(1, 3))",
  "modules inside of themselves": "m = nn.Sequential()\nm.add_module('0', m)\nm.eval()\nm(torch.zeros(1, 3))",
  "attributes that ask for themselves": "class A:\n  def __getattr__(s, n): return getattr(s, n + 'x')\nA().b",
  "branches inside of branches": "import q\ndef f(n):\n  for i in q.b: f(n); f(n); f(n)\nf(1)",
  "zeros among letters": "x = 1\0\0\n\0class A(nn.Module): pass",
  "powers and shifts": "x = 2 ** 10**9\ny = 2.0 ** 10**9\nz = -1 << 10**12\nw = pow(2, 10**9)",
  "ranges that nobody could write out":
    "r = range(10**18)\nx = r[-1] + r[10**17]\ny = list(r), sum(r), max(r), len(r), sorted(r), set(r), tuple(map(str, r))",
  "texts made wide": "x = 'a'.ljust(10**9)\ny = f'{3:1000000000}'\nz = '%1000000000d' % 3\nw = 'a'.zfill(10**10)",
  "lists in one another many times": `a0 = [1] * 9\n${doubled((i) => `a${i + 1} = [a${i}] * 9`)}\ntorch.tensor(a50)\nstr(a50)`,
  "dicts in one another many times": `a0 = {}\n${doubled((i) => `a${i + 1} = {1: a${i}, 2: a${i}}`)}\nstr(a50)`,
  "dicts that are copied while they grow":
    "d = {}\nfor i in range(20000): d[i] = d.copy()\nfor i in range(20000): d = {**d}",
  "sets that grow in sets": "s = set()\nfor i in range(20000): s.add(frozenset(s))",
  "lists that are gone through again and again":
    "x = list(range(20000))\nfor i in x: sorted(x), x[::-1], tuple(x) == x, sum(x)",
  "numbers that are worked out again and again": "x = torch.arange(4000)\nfor i in range(20000): (x * 2).tolist()",
  "copies of copies":
    "import copy\nm = nn.ModuleList([nn.Linear(3, 3)])\nfor i in range(99):\n  m = nn.ModuleList([m, m])\n  copy.deepcopy(m)",
  "modules in one another many times":
    "m = nn.Linear(3, 3)\nfor i in range(60): m = nn.Sequential(m, m)\nm(torch.zeros(1, 3))\nlist(m.parameters())",
  "layers without number": "m = nn.Sequential(*[nn.Linear(4, 4) for _ in range(20000)])\nm(torch.zeros(1, 4))",
  "layers that are too large":
    "nn.Conv2d(10**9, 10**9, 10**9)(torch.zeros(1, 10**9, 10**9, 10**9))\nnn.Linear(10**15, 10**15)",
  "rounds of a model without number": "m = nn.Linear(4, 4)\nx = torch.zeros(1, 4)\nwhile True: x = m(x)",
  "decorators upon decorators": `def d(f): return lambda *a: (f(*a), f(*a))\n${"@d\n".repeat(60)}def g(): return 1\ng()`,
  "decorators without number": `${"@nn\n".repeat(5000)}def f(): pass`,
  "bases that contradict one another": `class A0: pass\nclass B0: pass\n${doubled((i) => `class A${i + 1}(A${i}, B${i}): pass\nclass B${i + 1}(B${i}, A${i}): pass`)}\nclass C(A50, B50): pass`,
  "classes below classes": `class A0(nn.Module): pass\n${Array.from({ length: 2000 }, (_, i) => `class A${i + 1}(A${i}): pass`).join("\n")}\nA2000()`,
  "functions that try each other without end": Array.from(
    { length: 99 },
    (_, i) => `def test_${i}():\n  while True:\n    while True: pass`,
  ).join("\n"),
  "recursion in what Python calls by itself":
    "class A:\n  def __eq__(s, o): return s == o\n  def __len__(s): return len(s)\n  def __iter__(s): return iter(s)\n  def __add__(s, o): return s + o\n  def __str__(s): return str(s)\na = A()\na == a, len(a), list(a), a + a, f'{a}'\nif a: pass",
  "lambdas that call themselves": "(lambda f: f(f))(lambda f: (f(f), f(f)))",
  "what itertools never ends":
    "import itertools as i\nlist(i.count()), list(i.cycle([1])), list(i.repeat(1)), list(i.product(range(99), repeat=99))",
  "conditions upon conditions": `import q\nx = ${"(1 if q.a else ".repeat(99)}2${")".repeat(99)}\n${Array.from({ length: 90 }, (_, i) => `${" ".repeat(i)}if q.a:`).join("\n")}\n${" ".repeat(90)}x = 1`,
};

const net = [
  "class Net(nn.Module):",
  "    def __init__(self):",
  "        super().__init__()",
  "        self.fc = nn.Linear(4, 2)",
  "    def forward(self, x):",
  "        return self.fc(x)",
  "Net()(torch.zeros(3, 4))",
  "",
].join("\n");
const normal = `${start}${net}`;

/** Texts as some editor or disk has left them, in which the model is found all the same, or is there no more. */
const texts: { readonly [what: string]: readonly [text: string, models: number] } = {
  "a mark at the beginning": [`\ufeff${normal}`, 1],
  "lines that end in two characters": [normal.replaceAll("\n", "\r\n"), 1],
  "page breaks": [`\f${normal.replaceAll("\n\n", "\n\f\n")}\f`, 1],
  "tabs for blanks": [normal.replaceAll("    ", "\t"), 1],
  "tabs among blanks": [normal.replace("        return", "\treturn"), 1],
  "no end of the last line": [normal.trimEnd(), 1],
  "lines that go on": [normal.replace("nn.Linear(4, 2)", "nn.Linear( \\\n4, \\\n2)"), 1],
  "characters of another encoding": [`# \ufffd\ufffd\xd6\xd0\n${normal}`, 1],
  "halves of characters": [`x = '\ud800'\n# \udfff\n${normal}`, 1],
  "half a million comments": [`${normal}${"#\n".repeat(240_000)}`, 1],
  "fifty megabytes in a line": [`${normal}x = "${"a".repeat(50_000_000)}"\n`, 0],
  "ten thousand functions inside of functions": [
    `${normal}${Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(i)}def f():\n`).join("")}`,
    0,
  ],
  "ten thousand brackets": [`${normal}x = ${"(".repeat(10_000)}${")".repeat(10_000)}\n`, 0],
};

/** What all runs of a file may take together, with what is asked of its models again. */
const mostSteps = 1_100_000;

describe("a program that is meant to do harm", () => {
  for (const [name, program] of Object.entries(programs))
    it(`does none by ${name}`, () => {
      let found: Understood | undefined;
      const steps = stepsOf(() => {
        found = understand("net.py", `${start}${program}\n`);
      });
      assert.deepEqual(found?.analysis.problems.filter(({ severity }) => severity === "error") ?? [], []);
      assert.ok(steps <= mostSteps, `${steps} steps`);
    });
});

describe("a text is read with", () => {
  for (const [what, [text, models]] of Object.entries(texts))
    it(what, () => {
      const found = understand("net.py", text)!;
      assert.deepEqual([found.analysis.problems, found.analysis.models.length], [[], models]);
    });
});

it("what reads Python counts steps, and looks at no clock and no chance", () => {
  const folder = "server/src/python";
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".ts"))
      assert.doesNotMatch(
        readFileSync(`${folder}/${file}`, "utf8"),
        /\bDate\b|performance\b|setTimeout|hrtime|Math\.random/,
        file,
      );
});
