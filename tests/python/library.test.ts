import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { countsOf, outputsOf } from "../../server/src/core/analysis";
import { showShape } from "../../server/src/core/dim";
import { readPython } from "../../server/src/python/read";

function analysed(lines: readonly string[]) {
  const text = ["import torch", "from torch import nn", ...lines, ""].join("\n");
  return { text, ...analyse(readPython(text, new Map()), []) };
}

describe("what a program imports and we have written down", () => {
  it("is a network whose parts can be changed", () => {
    const { models, problems } = analysed([
      "from torchvision import models",
      "net = models.resnet18(weights=models.ResNet18_Weights.DEFAULT)",
      "net.fc = nn.Linear(net.fc.in_features, 7)",
      "net(torch.randn(2, 3, 64, 64))",
    ]);
    assert.deepEqual(problems, []);
    const { steps } = models[0]!;
    // All but the last layer of 11,689,512 parameters, and 512 · 7 + 7.
    assert.equal(countsOf(steps).trainable, 11_689_512 - 513_000 + 3_591);
    assert.equal(showShape(outputsOf(steps.at(-1))![0]!), "[N, 7]");
  });

  it("is wrong at the place where it is called", () => {
    const { text, problems } = analysed([
      "import torchvision",
      "net = torchvision.models.resnet18()",
      "net.conv1 = nn.Conv2d(1, 64, 7)",
      "net(torch.randn(2, 3, 64, 64))",
    ]);
    assert.deepEqual(
      problems.map(({ id, span }) => [id, text.slice(span.from, span.to)]),
      [["stated-size", "1"]],
    );
  });

  it("is imported in a branch of which nobody knows whether it is taken", () => {
    const { models, problems } = analysed([
      "import sys",
      "if len(sys.argv) > 1:",
      "    from torchvision.models import resnet18",
      "from torchvision.models import resnet18",
      "resnet18()(torch.randn(2, 3, 64, 64))",
    ]);
    assert.deepEqual([problems, models.length], [[], 1]);
  });

  it("is a class of torch.nn that consists of others", () => {
    const { models, problems } = analysed([
      "layer = nn.TransformerEncoderLayer(8, 2, dim_feedforward=16, batch_first=True)",
      "net = nn.TransformerEncoder(layer, 2)",
      "net(torch.randn(4, 5, 8))",
    ]);
    assert.deepEqual(problems, []);
    const { steps } = models[0]!;
    // For each layer: attention 3·8·8 + 3·8 + 8·8 + 8, two linear layers 8·16 + 16 and 16·8 + 8, two norms of 2·8.
    assert.equal(countsOf(steps).trainable, 2 * (288 + 144 + 136 + 32));
    assert.equal(showShape(outputsOf(steps.at(-1))![0]!), "[N, 5, 8]");
  });

  it("says nothing where no model is made of it", () => {
    const { models, problems } = analysed(["from torchvision.models import ResNet, resnet50, vgg16"]);
    assert.deepEqual([models.length, problems], [0, []]);
  });
});
