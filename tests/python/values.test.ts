import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { leaves } from "../support/python";

/** Programs by what they leave behind as `result`; a float is written with an f behind it, "?" is not known. */
const programs: { readonly [theme: string]: readonly (readonly [program: string, result: unknown])[] } = {
  modules: [
    [
      "from torch import nn\nall = nn.ModuleList([nn.ReLU(), nn.Linear(2, 3), nn.Tanh()])\nresult = [n for n, _ in all[1:].named_children()]",
      ["0", "1"],
    ],
    [
      "from torch import nn\na, b = nn.Linear(2, 3), nn.Linear(2, 3)\nb.weight = a.weight\nresult = len(list(nn.Sequential(a, b).parameters()))",
      3,
    ],
  ],
  numbers: [
    ["result = 7 // 2, -7 // 2, -7 % 3, 2 ** 5, 1 << 3, 6 & 3", [3, -4, 2, 32, 8, 2]],
    ["result = 6 / 3, 7 / 2, 1 + 0.5, 2 * 3.0", ["2f", "3.5f", "1.5f", "6f"]],
    ["result = int(6 / 4), int('12'), round(2.5), round(3.5), round(2.345, 1), abs(-3)", [1, 12, 2, 4, "2.3f", 3]],
    ["result = max(3, 8 // 3), min([4, 2]), sum([1, 2, 3]), True + 1", [3, 2, 6, 2]],
    ["result = -(-3), +2, ~1, not 0, 1 < 2 < 3, 3 > 2 > 2", [3, 2, -2, true, true, false]],
    ["result = unheard_of() + 1, -unheard_of, 2 * unheard_of", ["?", "?", "?"]],
    ["import math\nresult = math.ceil(7 / 2), math.sqrt(16), math.prod([2, 3]), math.log(8, 2)", [4, "4f", 6, "3f"]],
  ],
  texts: [
    [
      "i = 3\nresult = f'conv{i}', 'block%d' % i, 'a{}b{}'.format(1, 'x'), 'ab' * 2, 'a' + 'b'",
      ["conv3", "block3", "a1bx", "abab", "ab"],
    ],
    [
      "result = 'VGG'.lower(), 'a,b'.split(','), '-'.join(['a', 'b']), 'abc'[1:], 'abc'.startswith('ab')",
      ["vgg", ["a", "b"], "a-b", "bc", true],
    ],
    ["result = f'{unheard_of}', str(2.0), str([1, 'a', None])", ["?", "2.0", "[1, 'a', None]"]],
  ],
  lists: [
    [
      "a = [1, 2]\na.append(3)\na += [4]\nb = a\nb.insert(0, 0)\nresult = a, a[-1], a[1:3], len(a)",
      [[0, 1, 2, 3, 4], 4, [1, 2], 5],
    ],
    [
      "result = [x * y for x in range(3) for y in (1, 2) if x], list(zip('ab', [1, 2])), sorted([3, 1])",
      [
        [1, 2, 2, 4],
        [
          ["a", 1],
          ["b", 2],
        ],
        [1, 3],
      ],
    ],
    ["a, *b, c = range(5)\n(d, e), f = (1, 2), 3\nresult = a, b, c, d, e, f", [0, [1, 2, 3], 4, 1, 2, 3]],
    ["a = [1]\nif unheard_of: a.append(2)\nresult = a, len(a)", ["[?]", "?"]],
    ["a = [1, 2]\nif unheard_of: a[0] = 5\nresult = a", [["?", 2]].flat()],
    ["def f():\n    for i in range(3):\n        if i: return i\n    return 9\nresult = f()", 1],
    [
      "def pairs():\n    for i in range(2):\n        yield i, i * i\nresult = list(pairs())",
      [
        [0, 0],
        [1, 1],
      ],
    ],
  ],
  dicts: [
    [
      "d = {'a': 1, **dict(b=2)}\nd['c'] = 3\nresult = d, d.get('x', 0), 'a' in d, list(d)",
      [{ a: 1, b: 2, c: 3 }, 0, true, ["a", "b", "c"]],
    ],
    ["from collections import defaultdict\nd = defaultdict(list)\nd['a'].append(1)\nresult = d", { a: [1] }],
    ["d = {'a': None}\nresult = d.get('a', 1), d['a'] is None, {k: v for k, v in [('b', 2)]}", [null, true, { b: 2 }]],
  ],
  functions: [
    [
      "def f(a, b=2, *rest, c=3, **more): return a, b, rest, c, more\nresult = f(1, 5, 6, c=7, d=8)",
      [1, 5, [6], 7, { d: 8 }],
    ],
    [
      "def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    inner()\n    return inner()\nresult = outer()",
      2,
    ],
    ["from functools import partial\nadd = partial(lambda a, b, c=0: a + b + c, 1, c=5)\nresult = add(2)", 8],
    [
      "def f(x):\n    if unheard_of: return 1\n    return 2\ndef g(x):\n    if unheard_of: return 3\n    return 3\nresult = f(0), g(0)",
      ["?", 3],
    ],
    ["def f(n): return 1 if n < 2 else n * f(n - 1)\nresult = f(5)", 120],
    ["def forever(n): return forever(n + 1)\nresult = forever(0)", "?"],
  ],
  classes: [
    [
      "class A:\n    n = 1\n    def __init__(self, x): self.x = x\n    @property\n    def twice(self): return 2 * self.x\n    @classmethod\n    def make(cls): return cls(5)\n    @staticmethod\n    def one(): return 1\na = A.make()\nresult = a.x, a.twice, a.n, A.one(), isinstance(a, A), hasattr(a, 'y'), getattr(a, 'y', None)",
      [5, 10, 1, 1, true, false, null],
    ],
    [
      "class A:\n    def f(self): return 'A'\nclass B(A):\n    def f(self): return 'B' + super().f()\nclass C(A):\n    def f(self): return 'C' + super().f()\nclass D(B, C):\n    def f(self): return 'D' + super(D, self).f()\nresult = D().f()",
      "DBCA",
    ],
    [
      "from dataclasses import dataclass, field\n@dataclass\nclass C:\n    a: int\n    b: int = 2\n    c: list = field(default_factory=list)\nx = C(1)\ny = C(1, c=[3])\nresult = x.a, x.b, x.c, y.c",
      [1, 2, [], [3]],
    ],
    [
      "from collections import namedtuple\nP = namedtuple('P', 'x y')\np = P(1, y=2)\na, b = p\nresult = p.x, p.y, a, b",
      [1, 2, 1, 2],
    ],
    ["class A(Unheard): pass\nresult = A().anything, A(1, 2).method()", ["?", "?"]],
    [
      "class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return V(self.x + o.x)\n    def __len__(self): return self.x\n    def __getitem__(self, i): return i * 2\n    def __call__(self, y): return self.x + y\nv = V(1) + V(2)\nresult = v.x, len(v), v[4], v(10)",
      [3, 3, 8, 13],
    ],
    ["class A:\n    down = 1\na = A()\na.down = None\nresult = a.down", null],
  ],
  flow: [
    ["n = 0\nwhile True:\n    n += 1\n    if n % 2: continue\n    if n > 6: break\nelse: n = -1\nresult = n", 8],
    [
      "try:\n    x = {}['a']\nexcept (KeyError, ValueError) as e:\n    x = 1\nfinally:\n    y = 2\nresult = x, y",
      [1, 2],
    ],
    ["try:\n    raise ValueError('no')\nexcept KeyError:\n    x = 1\nexcept Exception:\n    x = 2\nresult = x", 2],
    ["x = 1\nif unheard_of: x = 2\nelif unheard_of: raise ValueError\nresult = x", "?"],
    ["x = 1\nif unheard_of: raise ValueError\nresult = x", 1],
    ["x = 0\nfor i in unheard_of: x = 1\nresult = x", "?"],
    ["x = 3 if unheard_of else 3\nresult = x, unheard_of or True, False and unheard_of", [3, true, false]],
    ["if (n := 4) > 3: pass\nresult = n", 4],
    [
      "import argparse\np = argparse.ArgumentParser()\np.add_argument('--width', type=int, default='8')\np.add_argument('--flag', action='store_true')\na = p.parse_args()\nresult = a.width, a.flag",
      [8, false],
    ],
  ],
  branches: [
    // What a branch changes is undone before the other is tried.
    ["a = {'x': 1}\nif unheard_of: a['x'] = 2\nelse: a['x'] += 10\nresult = a", { x: "?" }],
    ["class A: pass\na = A()\na.x = 1\nif unheard_of: a.x = 1\nresult = a.x", 1],
    ["class A: pass\na = A()\nif unheard_of: a.y = 1\nresult = a.y", "?"],
  ],
};

for (const [theme, cases] of Object.entries(programs))
  describe(`Python's ${theme}`, () => {
    for (const [program, result] of cases)
      it(program.split("\n").at(-1)!, () => assert.deepEqual(leaves(program), result));
  });
