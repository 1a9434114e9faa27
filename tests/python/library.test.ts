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

  it("is all that torch.nn has where that is taken as a whole, and another for each file", () => {
    const lines = ["from torch.nn import *", "net = TransformerEncoderLayer(8, 2)", "net(torch.randn(3, 5, 8))"];
    const taken = analysed(["TransformerEncoderLayer = None", ...lines]);
    assert.deepEqual(taken.problems, []);
    assert.equal(showShape(outputsOf(taken.models[0]!.steps.at(-1))![0]!), "[N, 5, 8]");
    const changed = analysed(["nn.Linear.forward = lambda self, x: None", "nn.Linear(2, 3)(torch.randn(4, 2)).sum()"]);
    assert.equal(changed.problems.length, 1);
    assert.deepEqual(analysed(["nn.Linear(2, 3)(torch.randn(4, 2)).sum()"]).problems, []);
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

  const made = (expression: string): string => {
    const { models, problems } = analysed([
      "import torchvision",
      "from torchvision import models",
      `net = ${expression}`,
      "net.eval()",
      "net(torch.randn(2, 3, 96, 96))",
    ]);
    assert.deepEqual(problems, [], expression);
    if (!models.length) return "unknown";
    const { steps, graph } = models[0]!;
    const given = graph.outputs.map((edge) => outputsOf(steps[edge.node!])?.[edge.port]);
    return `${countsOf(steps).trainable} ${given.map((shape) => (shape ? showShape(shape) : "?")).join(" ")}`;
  };

  // What torchvision 0.14 counts and gives.
  for (const [expression, want] of Object.entries({
    'models.get_model("shufflenet_v2_x0_5", weights="DEFAULT")': "1366792 [N, 1000]",
    'models.__dict__["mnasnet0_5"](num_classes=3)': "941355 [N, 3]",
    'torch.hub.load("pytorch/vision:v0.10.0", "googlenet", pretrained=True)': "6624904 [N, 1000]",
    "models.inception_v3(weights=models.Inception_V3_Weights.DEFAULT, aux_logits=False)": "23834568 [N, 1000]",
    "models.mobilenet_v3_large(width_mult=0.75, dilated=True)": "3377576 [N, 1000]",
    "models.regnet_y_400mf(num_classes=5)": "3905349 [N, 5]",
    "models.efficientnet_v2_s()": "21458488 [N, 1000]",
    "models.vision_transformer.VisionTransformer(96, 16, 2, 4, 64, 128, num_classes=10)": "119370 [N, 10]",
    "models.segmentation.deeplabv3_mobilenet_v3_large(num_classes=4, aux_loss=True)":
      "11024772 [N, 4, 96, 96] [N, 4, 96, 96]",
    "models.segmentation.lraspp_mobilenet_v3_large(weights=None)": "3221538 [N, 21, 96, 96]",
    'models.get_model("swin_v2_t", num_classes=2)': "27584108 [N, 2]",
    // No program of ours makes these, and these weights are made for another size or number of classes.
    "models.maxvit_t()": "unknown",
    "models.detection.fasterrcnn_resnet50_fpn()": "unknown",
    "models.resnet18(weights=models.ResNet18_Weights.DEFAULT, num_classes=5)": "unknown",
    'models.vit_b_16(weights="IMAGENET1K_SWAG_E2E_V1")': "NaN ?",
    'torch.hub.load("someone/else", "resnet18")': "unknown",
  }))
    it(`makes ${expression}`, () => assert.equal(made(expression), want));

  it("says nothing where no model is made of it", () => {
    const { models, problems } = analysed(["from torchvision.models import ResNet, resnet50, vgg16"]);
    assert.deepEqual([models.length, problems], [0, []]);
  });
});
