import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { understand } from "../../server/src/service";

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
};

describe("a program that is meant to do harm", () => {
  for (const [name, program] of Object.entries(programs))
    it(`does none by ${name}`, () => {
      const { user, system } = process.cpuUsage();
      const found = understand("net.py", `${start}${program}\n`);
      const now = process.cpuUsage();
      assert.deepEqual(found?.analysis.problems ?? [], []);
      // In microseconds, with room for a machine that is slow.
      assert.ok(now.user + now.system - user - system < 5_000_000);
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
