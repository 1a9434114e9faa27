import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { mayConcernUs } from "../../client/src/recognise";
import { formats, recognise } from "../../server/src/formats/index";
import { isPythonModel } from "../../server/src/python/recognise";

const concerns = (text: string, path = "/folder/some.yaml") => mayConcernUs(path, "yaml", () => text);

describe("which documents wake the extension", () => {
  it("are those with a name of ours, whatever they hold", () => {
    for (const name of ["a.cnn.yaml", "a.cnn.yml", "a.cnn.json", ".convlint.yaml", "own.cards.yaml"])
      assert.ok(
        mayConcernUs(`/folder/${name}`, "json", () => ""),
        name,
      );
    for (const name of ["a.yaml", "a.json", "convlint.yaml", "cnn.yaml"])
      assert.ok(!mayConcernUs(`/folder/${name}`, "yaml", () => ""), name);
  });

  it("are those with the keys of a model at the top", () => {
    assert.ok(concerns("input: [3, 32, 32]\nlayers: []\n"));
    assert.ok(concerns('layers: []\n\n"inputs" : { a: [1] }\n'));
    assert.ok(concerns("# a detector\n\n---\nnc: 3\nbackbone:\n  - [-1, 1, Conv, [64]]\n"));
    assert.ok(concerns("\uFEFFhead:\r\n  - [-1, 1, Conv, [64]]\r\n"));
    assert.ok(concerns("%YAML 1.2\n--- { layers: [], 'input': [1] }\n"));
    assert.ok(concerns("  input: [1]\n  layers: []\n"));
    assert.ok(concerns("? head\n: []\n"));
    assert.ok(concerns("a: 1 # convlint-dialect yolov5\n"));
  });

  it("are not those that have them further in, or only some of them", () => {
    assert.ok(!concerns("paths:\n  /pets:\n    head:\n      responses: {}\n"));
    assert.ok(!concerns("layers: []\n"));
    assert.ok(!concerns("overlay:\n  input: a\n  layers: []\n"));
    assert.ok(!concerns("text: 'head: off'\n"));
    assert.ok(!concerns(""));
    for (const file of ["services", "deployment", "workflow"])
      assert.ok(!concerns(readFileSync(`tests/editor/workspace/${file}.yaml`, "utf8")), file);
  });

  it("are only YAML, where the name does not say more", () => {
    assert.ok(!mayConcernUs("/a.json", "json", () => '{ "layers": [], "input": [] }'));
  });

  it("are those of Python that have to do with layers, as the server says it", () => {
    const python = (text: string) => {
      const found = mayConcernUs("/a/some.py", "python", () => text);
      assert.equal(isPythonModel("/a/some.py", text), found, text);
      return found;
    };
    for (const text of [
      "import torch.nn as nn\n",
      "from torch import nn\r\n",
      "  import torch\nlayer = torch.nn.ReLU()\n",
    ])
      assert.ok(python(text), text);
    for (const text of [
      "",
      "import torch\n",
      "import nn\n",
      "# import torch.nn\n",
      "import torchvision.nn\n",
      "import os # torch nn\n",
    ])
      assert.ok(!python(text), text);
    assert.ok(!mayConcernUs("/a/some.yaml", "yaml", () => "import torch.nn\n"));
  });

  it("are at least those that the server takes for models", () => {
    const files = readdirSync("tests/models").filter((file) => /\.ya?ml$/.test(file));
    const models = files.filter((file) => recognise(file, readFileSync(`tests/models/${file}`, "utf8")));
    assert.ok(models.length > 10 && formats.length > 1);
    for (const file of models) assert.ok(concerns(readFileSync(`tests/models/${file}`, "utf8"), `/a/${file}`), file);
  });

  it("are found at once in a text of ten megabytes", () => {
    const text = `${"key: { value: 1 }\n".repeat(600_000)}`;
    const before = process.cpuUsage();
    assert.ok(!concerns(text));
    // The work it takes, whatever else the machine does.
    assert.ok(process.cpuUsage(before).user < 2_000_000);
  });
});
