import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { render } from "../../server/src/core/message";
import { readPython } from "../../server/src/python/read";

/** What is told of a program behind these lines, which is right without the last of its own. */
function told(...lines: readonly string[]): readonly string[] {
  const start = ["import math, torch", "from torch import nn", "import torch.nn.functional as F", "from q import q"];
  const text = [...start, ...lines, ""].join("\n");
  return analyse(readPython(text, new Map()), []).problems.map(({ message }) => render(message));
}

/** A model with a layer, whose `forward` has these lines. */
const net = (...forward: readonly string[]): readonly string[] => [
  "class Net(nn.Module):",
  "    def __init__(self):",
  "        super().__init__()",
  "        self.fc = nn.Linear(4, 4)",
  "    def part(self, x): return x",
  "    def forward(self, x):",
  ...forward.map((line) => `        ${line}`),
  "Net()(torch.zeros(3, 4))",
];

describe("told is, wherever it is certain,", () => {
  const slips: readonly (readonly [what: string, lines: readonly string[], says: string])[] = [
    ["self where a tensor is meant", net("return self.fc(self)"), "Linear reads a tensor, but is given something else"],
    [
      "a function that is not called",
      net("return self.fc(self.part)"),
      "Linear reads a tensor, but is given something else",
    ],
    [
      "a number where a tensor is meant",
      net("return self.fc(3)"),
      "Linear reads a tensor, but is given something else",
    ],
    [
      "more positions than there are axes",
      net("return self.fc(x)[0, 0, 0]"),
      "this asks for an axis or a position that is not there",
    ],
    [
      "an axis that there is not",
      net("return x.view(x.size(2), -1)"),
      "this asks for an axis or a position that is not there",
    ],
    [
      "a size that is no whole number",
      net("return self.fc(x) + torch.zeros(3, 8 / 2)"),
      "this is given a value of a type that it does not take",
    ],
    ["nothing at all to join", net("return torch.cat(dim=1)"), "this is given a value of a type that it does not take"],
    [
      "None beside a number",
      net("if x.size(0) > None:", "    return x", "return self.fc(x)"),
      "int > NoneType cannot be computed",
    ],
    [
      "a loss of what a function forgets to return",
      ["def scores(x):", "    x + 1", "F.cross_entropy(scores(torch.zeros(3, 4)), torch.zeros(3).long())"],
      "cross_entropy reads a tensor, but is given something else",
    ],
    [
      "a field that a dataclass has not",
      ["from dataclasses import dataclass", "@dataclass", "class Config:", "    width: int = 8", "Config(widht=4)"],
      "Config has no field widht",
    ],
    [
      "an instance in the place of its class",
      ["class Net(nn.Module):", "    def __init__(self):", "        super(self).__init__()", "Net()"],
      "super() takes a class first, and then self",
    ],
    [
      "an argument more than a function takes",
      ["def f(x): return x", "f(1, 2)"],
      "f takes x, but is given 2 arguments",
    ],
    [
      "scores of other images than there are targets",
      ["F.cross_entropy(torch.zeros(4, 3), torch.zeros(2).long())"],
      "cross_entropy compares 4 rows of scores with 2 targets: on its way the batch has become another",
    ],
    ["a layer among numbers", net("return 2 * self.fc"), "int * Linear cannot be computed"],
    ["a method among tensors", net("return x - self.part"), "Tensor - method cannot be computed"],
    ["a module of Python among numbers", ["x = 4 // math"], "int // module cannot be computed"],
    ["what belongs to self, of a tensor", net("return x.fc(x)"), "Tensor has no attribute fc"],
    ["what belongs to self as a method, of a tensor", net("return x.part(x)"), "Tensor has no attribute part"],
    ["a layer of a number", ["n = 3", "m = n.Linear(3, 4)"], "int has no attribute Linear"],
    ["a shape of a list", ["x = [1, 2]", "y = x.shape"], "list has no attribute shape"],
    ["a tensor's method of a text", ["x = 'a'.view(3)"], "str has no attribute view"],
    [
      "a function in a loop",
      ["for x in len: pass"],
      "this is of type builtin_function_or_method, which has no items to go through",
    ],
    [
      "a layer in a loop",
      ["for x in nn.Linear(3, 4): pass"],
      "this is of type Linear, which has no items to go through",
    ],
    ["an item of a method", net("return x[self.part[0]]"), "this is of type method, which has no items to go through"],
    [
      "a class in its own body",
      ["class A:", "    a = A()"],
      "A has no value yet: what gives it one stands behind this",
    ],
    ["a name before it has a value", ["y = x", "x = 1"], "x has no value yet: what gives it one stands behind this"],
    [
      "a function for a number of channels",
      ["m = nn.Linear(4, len)", "m(torch.zeros(1, 4))"],
      'out_features is an integer ≥ 1, not "builtin_function_or_method"',
    ],
    [
      "backward of many numbers",
      net("self.fc(x).backward()", "return x"),
      "backward begins at one number, and this tensor has 12: take its mean or its sum",
    ],
    [
      "a condition of many values",
      net("if x > 0: return x", "return x"),
      "a condition is true or false, and this tensor has 12 values",
    ],
    ["tensors that are no list", net("return torch.cat(x, 1)"), "cat takes a list of tensors, and is given one"],
    [
      "a size that is no tuple",
      ["x = torch.randint(0, 10, 8)"],
      "randint takes its size as a tuple, and is given a number",
    ],
    [
      "a class among layers",
      ["m = nn.Sequential(nn.Linear(4, 4), nn.ReLU)"],
      "Sequential takes modules, and is given type",
    ],
  ];
  for (const [what, lines, says] of slips) it(what, () => assert.deepEqual(told(...lines), [says]));
});

describe("nothing is told of", () => {
  const right: { readonly [what: string]: readonly string[] } = {
    "modules with operators of their own": [
      "class Sum(nn.Module):",
      "    def __add__(self, other): return other",
      "    def __rmul__(self, other): return other",
      "    def __iter__(self): return iter([1])",
      "    def __getitem__(self, at): return at",
      "s = Sum()",
      "x = s + 1, 2 * s, list(s), s[0]",
      "for y in s: pass",
    ],
    "containers that are gone through": [
      "m = nn.ModuleList([nn.Linear(3, 4)])",
      "for x in m: y = m[0]",
      "a, = m",
      "b = m + m",
    ],
    "types in a union": ["def f(x: int | None = None, y: len | None = None): pass", "t = int | None"],
    "what nobody knows": ["y = q * len", "z = len + q", "w = q.b[len]"],
    "numbers of numpy": ["import numpy as np", "n = np.prod([2, 3])", "x = n.item(), n.shape, n.T, n.astype(int)"],
    "members of an enumeration": [
      "from enum import Enum",
      "class A(Enum):",
      "    ONE = 1",
      "x = A.ONE.value, A.ONE.name",
    ],
    "methods of tensors that layers are called as too": [
      ...net("return x.dist(x), self.fc(x)"),
      "class Other(Net):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.dist = nn.Linear(4, 4)",
      "Other()(torch.zeros(3, 4))",
    ],
    "names that functions give a value": ["def f():", "    global x", "    x = 1", "f()", "y = x", "x = 2"],
    "a class in its own methods": ["class A:", "    def f(self): return A()", "    g = lambda self: A()", "A().f()"],
    "names in functions that are called later": ["def f(): return x", "x = 1", "f()"],
    "a name that a loop has given before": ["for i in range(2):", "    if i: y = x", "    x = 1"],
    "backward of one number": net("self.fc(x).mean().backward()", "self.fc(x).backward(torch.ones(3, 4))", "return x"),
    "conditions of one value": net("if x.sum() > 0: return x", "return self.fc(x)"),
    "a function for an activation": [
      "m = nn.TransformerEncoderLayer(8, 2, activation=F.gelu)",
      "m(torch.zeros(1, 3, 8))",
    ],
    "attributes that are asked for with another in their place": [
      "n = 3",
      "x = getattr(n, 'Linear', None), getattr([], 'a', 1)",
    ],
    "what either of two ways refuses, of which nobody knows one": [
      "if q(): torch.zeros(2)[5]",
      "else: torch.zeros(3)[9]",
    ],
    "a layer that is called only if nobody knows what": net("if q(): nn.Linear(3, 2)(x)", "return self.fc(x)"),
    "sizes that hang on whether something unknown is None": [
      "nn.Linear(4 if q() is None else 3, 2)(torch.zeros(1, 4))",
    ],
    "sizes that hang on whether something is in a list": [
      "items = []",
      "if q(): items.append(1)",
      "nn.Linear(4 if items else 3, 2)(torch.zeros(1, 4))",
    ],
    "registered layers that stand in a list too": [
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.first, self.last = nn.Linear(4, 4), nn.Linear(4, 2)",
      "        self.all = [self.first, self.last]",
      "    def forward(self, x):",
      "        for one in self.all: x = one(x)",
      "        return x",
      "Net()(torch.zeros(3, 4))",
    ],
    "a loss that compares many values with one": ["F.mse_loss(torch.zeros(4, 1), torch.zeros(4, 3))"],
    "layers without weights that no module has registered": [
      "class Net(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.parts = [nn.ReLU(), nn.MaxPool2d(2)]",
      "    def forward(self, x):",
      "        for part in self.parts: x = part(x)",
      "        return x",
      "Net()(torch.zeros(1, 3, 4, 4))",
    ],
    "texts in their formats": ["x = '%s' % len", "y = '{}'.format(nn)"],
  };
  for (const [what, lines] of Object.entries(right)) it(what, () => assert.deepEqual(told(...lines), []));
});
