import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const net = `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.fc = nn.Linear(1000, 10)

    def forward(self, x):
        return self.fc(torch.flatten(self.conv(x), 1))


print(Net()(torch.randn(4, 3, 16, 16)).shape)
`;

/** It uses layers and has no model. */
const train = "from torch import nn\n\n\ndef step(net, x, y):\n    nn.MSELoss()(net(x), y).backward()\n";
const other = "import os\n\nprint(os.getcwd())\n";

function checked(cwd: string, ...args: readonly string[]) {
  const { status, out, err } = convlint(["check", "--format", "json", ...args], { cwd });
  const files = JSON.parse(out).files.map(({ file, problems }: any) => [file, ...problems.map(({ id }: any) => id)]);
  return { status, files, err };
}

describe("files of Python", () => {
  const folder = {
    "net.py": net,
    "train.py": train,
    "setup.py": other,
    "latin.py": `${other}# caf\xe9\n`,
    "broken.py": "import torch.nn as nn\nclass A(nn.Module:\n",
    ...Object.fromEntries(
      ["venv", ".venv", "__pycache__", "lib/site-packages/torchvision", "node_modules/a"].map((at) => [
        `${at}/a.py`,
        net,
      ]),
    ),
    "env/pyvenv.cfg": "home = /usr/bin\n",
    "env/lib/a.py": net,
    "src/a.py": net.replace("1000", "1568"),
    "src/b.cnn.yaml": "input: [3, 8, 8]\nlayers: [ReLU]\n",
  };

  it("are found in a folder where they have a model, and no others", () => {
    within(folder, (cwd) => {
      const all = checked(cwd);
      assert.equal(all.err, "");
      assert.equal(all.status, 1);
      assert.deepEqual(
        all.files.map(([file]: string[]) => file),
        ["broken.py", "net.py", "src/a.py", "src/b.cnn.yaml"],
      );
      assert.deepEqual(all.files[1], ["net.py", "stated-size"]);
      assert.deepEqual(checked(cwd, "**/n*.py").files, [["net.py", "stated-size"]]);
    });
  });

  it("are looked at where they are named, and told of where there is nothing to look at", () => {
    within(folder, (cwd) => {
      assert.deepEqual(checked(cwd, "train.py", "src/a.py").files.length, 2);
      const { status, err } = convlint(["check", "setup.py"], { cwd });
      assert.equal(status, 2);
      assert.match(err, /setup\.py: there is no model in it: a file of Python that has one imports torch\.nn/);
      assert.match(convlint(["summary", "train.py"], { cwd }).err, /train\.py: there is no model in it/);
      assert.equal(convlint(["diff", "train.py", "net.py"], { cwd }).status, 2);
    });
  });

  it("are configured as others are", () => {
    const settings = 'ignore: ["net.py"]\noverrides:\n  - files: ["src/*.py"]\n    rules: { large-dense-head: off }\n';
    within({ ...folder, ".convlint.yaml": settings }, (cwd) => {
      assert.deepEqual(checked(cwd).files, [["broken.py"], ["src/a.py"], ["src/b.cnn.yaml"]]);
    });
  });

  it("come through standard input, and are mended there", () => {
    within({}, (cwd) => {
      const read = convlint(["check", "-", "--stdin-path", "x.py", "--format", "concise"], { cwd, input: net });
      assert.match(read.out, /^x\.py:9:29: error\[stated-size\]/);
      const mended = convlint(["check", "-", "--stdin-path", "x.py", "--unsafe-fixes"], { cwd, input: net });
      assert.equal(mended.out, net.replace("1000", "1568"));
    });
  });

  it("are compared with what they were", () => {
    within({ "a.py": net.replace("1000", "1568"), "b.py": net.replaceAll("8", "4").replace("1000", "784") }, (cwd) => {
      const { status, out } = convlint(["diff", "a.py", "b.py"], { cwd });
      assert.equal(status, 1);
      assert.match(out, /Conv2d/);
    });
  });
});
