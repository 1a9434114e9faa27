import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import type { PythonFiles } from "../../server/src/core/python-class";
import { understand } from "../../server/src/service";

type Texts = { readonly [path: string]: string };

/** What is found in `main.py` beside other files, and which of them were asked for. */
function read(main: string, others: Texts, path = "/project/main.py") {
  const asked: string[] = [];
  const files: PythonFiles = {
    text(path) {
      if (path in others) asked.push(path);
      return others[path];
    },
    rootOf: () => "/project",
    shown: (path) => path.slice("/project/".length),
  };
  const text = `import torch\nfrom torch import nn\n${main}\n`;
  const { models, problems } = understand(path, text, { files })!.analysis;
  return {
    asked,
    told: problems.filter(({ severity }) => severity === "error").map(({ message }) => render(message)),
    places: problems.flatMap(({ related = [] }) => related).flatMap(({ elsewhere: at }) => (at ? [at] : [])),
    parameters: models[0] && countsOf(models[0].steps).trainable,
    text,
    problems,
  };
}

const block = `from torch import nn
class Block(nn.Module):
    def __init__(self, c1, c2):
        super().__init__()
        self.conv = nn.Conv2d(c1, c2, 3)
    def forward(self, x):
        return self.conv(x)
`;
const used = (imported: string, name = "Block") =>
  `${imported}\nnet = nn.Sequential(${name}(3, 4), nn.ReLU())\nnet(torch.zeros(1, 3, 8, 8))`;

describe("a class of another file is what that file makes of it", () => {
  const count = 3 * 4 * 9 + 4;
  const ways: readonly (readonly [string, string, Texts, string?])[] = [
    ["from blocks import Block", "Block", { "/project/blocks.py": block }],
    ["from blocks import Block as B", "B", { "/project/blocks.py": block }],
    ["import blocks", "blocks.Block", { "/project/blocks.py": block }],
    ["import own.blocks", "own.blocks.Block", { "/project/own/blocks.py": block }],
    ["import own.blocks as b", "b.Block", { "/project/own/blocks.py": block }],
    ["from own import blocks", "blocks.Block", { "/project/own/blocks.py": block }],
    ["from own import blocks", "blocks.Block", { "/project/own/blocks.py": block, "/project/own/__init__.py": "" }],
    [
      "from own import *",
      "Block",
      { "/project/own/blocks.py": block, "/project/own/__init__.py": "from .blocks import *" },
    ],
    [
      "from own import Block",
      "Block",
      { "/project/own/b.py": block, "/project/own/__init__.py": "from .b import Block" },
    ],
    ["from .blocks import Block", "Block", { "/project/blocks.py": block }],
    ["from . import blocks", "blocks.Block", { "/project/blocks.py": block }],
    ["from ..blocks import Block", "Block", { "/project/blocks.py": block }, "/project/nets/main.py"],
    ["from own.blocks import Block", "Block", { "/project/own/blocks.py": block }, "/project/own/nets/main.py"],
    ["try:\n    from gone import Block\nexcept ImportError:\n    from blocks import Block", "Block", {}],
  ];
  for (const [imported, name, others, path] of ways.slice(0, -1))
    it(JSON.stringify([imported, Object.keys(others)]), () => {
      const { told, parameters } = read(used(imported, name), others, path);
      assert.deepEqual([told, parameters], [[], count]);
    });

  it("also where files import one another", () => {
    const others = {
      "/project/a.py": `from b import helper\n${block}\ndef width(): return 4`,
      "/project/b.py": "from a import width\ndef helper(): return width()",
    };
    const { told, parameters } = read(
      "from a import Block\nfrom b import helper\nnet = nn.Sequential(Block(3, helper()))\nnet(torch.zeros(1, 3, 8, 8))",
      others,
    );
    assert.deepEqual([told, parameters], [[], count]);
  });

  it("with what is listed in __all__ and no more", () => {
    const others = { "/project/blocks.py": `${block}\ntorch = 3\n__all__ = ["Block"]` };
    assert.deepEqual(read(used("from blocks import *"), others).parameters, count);
  });
});

describe("files are read where somebody needs them", () => {
  it("and not for names that nobody reads", () => {
    const others = {
      "/project/blocks.py": `from far import Other\nfrom base import Base\n${block.replace("nn.Module", "Base")}`,
      "/project/base.py": "from torch import nn\nclass Base(nn.Module): pass",
      "/project/far.py": "raise ValueError",
    };
    const { asked, told } = read(used("from blocks import Block"), others);
    assert.deepEqual(
      [[...new Set(asked)].sort(), told],
      [["/project/base.py", "/project/blocks.py", "/project/far.py"], []],
    );
    assert.deepEqual(read("from blocks import Block\nnet = nn.Linear(3, 4)", others).asked, ["/project/blocks.py"]);
  });

  it("and never without end", () => {
    const others = { "/project/blocks.py": `while True:\n    x = [1] * 3\n${block}` };
    assert.deepEqual(read(used("from blocks import Block"), others).told, []);
  });
});

describe("nothing is said of what is not known", () => {
  const silent: readonly (readonly [string, string, Texts])[] = [
    ["a file that is nowhere", used("from gone import Block"), {}],
    ["a name that is not in its file", used("from blocks import Block"), { "/project/blocks.py": "x = 1" }],
    ["a package that is nowhere", used("import gone.blocks as b", "b.Block"), {}],
    ["two files of which either may be meant", used("from x.blocks import Block"), { "/project/x/y.py": block }],
    ["a file that is no Python", used("from blocks import Block"), { "/project/blocks.py": "class Block(:\n  )(" }],
    ["a statement that fails", used("from blocks import Block"), { "/project/blocks.py": "Block = [][1]" }],
    [
      "functions for trying another file",
      "from blocks import main",
      { "/project/blocks.py": "def main(): nn.Linear(3)(4)" },
    ],
  ];
  for (const [what, main, others] of silent)
    it(what, () => {
      const { told, problems } = read(main, others);
      assert.deepEqual([told, problems.filter(({ span }) => span.from < 0)], [[], []]);
    });

  it("where a folder and the one around it both have the file", () => {
    const wrong = block.replace("nn.Conv2d(c1, c2, 3)", "nn.Conv2d(9, c2, 3)");
    const others = { "/project/nets/blocks.py": wrong, "/project/blocks.py": block };
    assert.deepEqual(read(used("from blocks import Block"), others, "/project/nets/main.py").told, []);
  });
});

describe("what is wrong is told where it is used, with the place in the other file", () => {
  const told = (main: string, others: Texts) => {
    const { problems, places, text } = read(main, others);
    const errors = problems.filter(({ severity }) => severity === "error");
    return [
      errors.map(({ id, span }) => `${id} at ${text.slice(span.from, span.to)}`),
      places.map(({ path, start, text }) => `${path}:${start.line + 1} ${text.trim()}`),
    ];
  };

  it("of a layer that does not fit", () =>
    assert.deepEqual(
      told(used("from blocks import Block"), { "/project/blocks.py": block.replace("Conv2d(c1", "Conv2d(c1 + 1") }),
      [["stated-size at Block(3, 4)"], ["blocks.py:5 self.conv = nn.Conv2d(c1 + 1, c2, 3)"]],
    ));

  it("of a call that a class does not take", () =>
    assert.deepEqual(told(used("from blocks import Block").replace("(3, 4)", "(3)"), { "/project/blocks.py": block }), [
      ["wrong-call at Block"],
      [],
    ]));

  it("once, however often it is used", () => {
    const others = { "/project/blocks.py": block.replace("Conv2d(c1", "Conv2d(c1 + 1") };
    const main = "from blocks import Block\na = Block(3, 4)\na(torch.zeros(1, 3, 8, 8))\na(torch.zeros(1, 3, 9, 9))";
    assert.equal(read(main, others).told.length, 1);
  });
});
