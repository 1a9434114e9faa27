import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../../server/src/core/message";
import type { PythonClass } from "../../server/src/core/python-class";
import { declare } from "../../server/src/modules/declaration";
import { classesIn } from "../../server/src/modules/python";
import { understand } from "../../server/src/service";
import { settingsAt } from "../../server/src/settings/find";

const source = `import torch.nn as nn


class Plain(nn.Module):
    """class Inner: no class at the left edge."""

    def forward(self, x):
        return x

def helper(): pass

class CBAM(nn.Module):
    def __init__(self, c1, kernel_size=7):  # a comment, with a comma
        super().__init__()

class Wide(nn.Module):
    scale: int = 1
    def __init__(
        self,
        c1: int,
        c2: int,
        sizes: tuple[int, ...] = (3, 5),
        act="a, b",  # what follows
        *rest: int,
        **more,
    ) -> None:
        pass

class Named(nn.Module):
    def __init__(self, c1, *, c2=4): pass

class CBAM(nn.Module): pass
`;

describe("classes in the text of Python", () => {
  const found = classesIn(source, "models/blocks.py");

  it("are those at the left edge, each where it is first", () =>
    assert.deepEqual(
      [...found].map(([name, { line }]) => `${name} ${line}`),
      ["Plain 4", "CBAM 12", "Wide 16", "Named 29"],
    ));

  it("take what their constructors take by position", () => {
    assert.equal(found.get("Plain")!.args, undefined);
    assert.deepEqual(found.get("CBAM")!.args, ["c1", "kernel_size = 7"]);
    assert.deepEqual(found.get("Wide")!.args, ["c1", "c2", "sizes = (3, 5)", 'act = "a, b"', "*rest"]);
    assert.deepEqual(found.get("Named")!.args, ["c1"]);
  });

  it("are found in broken text as well", () => {
    for (let end = 0; end < source.length; end += 7) classesIn(source.slice(0, end), "");
    assert.deepEqual(classesIn("class A:\n  def __init__(self, a, (", "").get("A")!.args, ["a"]);
  });
});

const cbam: PythonClass = { path: "blocks.py", line: 3, args: ["c1", "kernel_size = 7"] };

/** The configuration with the module declared. */
const declared = (text: string, given = 1, one: PythonClass = cbam): string | undefined => {
  const edit = declare(text, { name: "CBAM", source: one, given });
  return edit && text.slice(0, edit.span.from) + edit.text + text.slice(edit.span.to);
};

describe("a declaration that is written", () => {
  const entry = "modules:\n  CBAM:\n    args: [channels, kernel_size = 7]\n";

  it("goes where modules are, or to the end", () => {
    assert.equal(declared(""), entry);
    assert.equal(declared("root: true"), `root: true\n${entry}`);
    const lines = "    CBAM:\n      args: [channels, kernel_size = 7]\n";
    assert.equal(declared("modules:\n    A:\n      told: true\n"), `modules:\n    A:\n      told: true\n${lines}`);
    assert.equal(
      declared("modules:\n    A: { told: true } # mine\n\nroot: true\n"),
      `modules:\n    A: { told: true } # mine\n${lines}\nroot: true\n`,
    );
    assert.equal(
      declared("modules: { A: }\nroot: true\n")?.includes("CBAM: { args: [channels, kernel_size = 7] } }"),
      true,
    );
    assert.equal(declared("modules:\nroot: true\n"), `${entry}root: true\n`);
    assert.equal(declared("[1]"), undefined);
  });

  it("is always read again without a mistake, and knows the name", () => {
    for (const text of [
      "",
      "root: true",
      "modules:",
      "modules:\n",
      "modules:\n  A:\n  B: { told: true }",
      "modules: { A: { told: true } }",
    ])
      for (const args of [undefined, [], ["c1"], ["c1", "c2", "sizes = (3, 5)", 'act = "a, b"', "*rest"]]) {
        const written = declared(text, 1, { path: "", line: 1, ...(args && { args }) })!;
        const { settings, problems } = settingsAt("/.convlint.yaml", written, {
          ids: [],
          dialects: [],
          rules: [],
          version: "1.0.0",
        });
        assert.deepEqual(
          problems.map(({ message }) => render(message)),
          [],
          written,
        );
        assert.ok(settings.modules?.has("CBAM"), written);
      }
  });

  it("lets the parser put the channels in front where the row gives too few of them, or begins with those of the result", () => {
    const lines = (given: number, ...args: string[]) =>
      declared("", given, { ...cbam, args })
        ?.split("\n")
        .slice(2);
    assert.deepEqual(lines(1, "inp", "oup"), ["    args: [c1, oup]", "    told: true", ""]);
    assert.deepEqual(lines(1, "c1", "c2", "k = 3"), ["    args: [c1, c2, k = 3]", "    told: true", ""]);
    assert.deepEqual(lines(2, "c1", "c2", "k = 3"), ["    args: [c1, c2, k = 3]", "    told: true", ""]);
    assert.deepEqual(lines(3, "c1", "c2", "k = 3"), ["    args: [channels, c2, k = 3]", ""]);
    assert.deepEqual(lines(0, "k = 3"), ["    args: [k = 3]", ""]);
  });
});

describe("an unknown module that is a class of the workspace", () => {
  const model =
    "nc: 3\nbackbone:\n  # convlint-disable-next-line representational-bottleneck\n  - [-1, 1, Conv, [64, 39, 20]]\n  - [-1, 1, CBAM, [64]]\n  - [-1, 1, Cnv, [64]]\n";
  const asked: (readonly string[])[] = [];
  const findClasses = (names: readonly string[]) => {
    asked.push(names);
    return new Map([["CBAM", cbam]]);
  };
  const said = (text: string, dialect?: string) =>
    understand("model.yaml", text, { findClasses, ...(dialect !== undefined && { dialect }) })!.analysis.problems.map(
      ({ severity, message }) => `${severity}: ${render(message)}`,
    );

  it("is told as information, with its place", () =>
    assert.deepEqual(said(model), [
      "information: class CBAM is in blocks.py, line 3; declared under modules in .convlint.yaml, its shapes are known",
      "warning: Cnv is not in ultralytics 8.4; did you mean Conv, or does your copy know it?",
    ]));

  it("is an error all the same where the dialect is pinned", () =>
    assert.equal(said(model, "ultralytics-8.4")[0], "error: CBAM is not in ultralytics 8.4"));

  it("is only looked for where something is unknown", () => {
    asked.length = 0;
    said(model.replace("CBAM", "nn.ReLU").replace("Cnv", "Conv"));
    assert.deepEqual(asked, []);
    said(model);
    assert.deepEqual(asked, [["CBAM", "Cnv"]]);
  });
});
