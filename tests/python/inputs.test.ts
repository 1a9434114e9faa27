import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { shownSizes } from "../../server/src/analysis/shown-sizes";
import { outputsOf } from "../../server/src/core/analysis";
import { showShape } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { readPython } from "../../server/src/python/read";

const head = ["import torch", "from torch import nn"];
const net = [
  "class Net(nn.Module):",
  "    def __init__(self):",
  "        super().__init__()",
  "        self.conv = nn.Conv2d(3, 8, 3)",
  "        self.fc = nn.Linear(8 * 30 * 30, 10)",
  "    def forward(self, x):",
  "        return self.fc(self.conv(x).flatten(1))",
];

function analysed(lines: readonly string[]) {
  const text = [...head, ...lines, ""].join("\n");
  const { models, problems } = analyse(readPython(text, new Map()), []);
  const shapes = models.map(({ graph, steps }) => {
    const given = graph.nodes.flatMap((node) => (node.given ? [showShape(node.given)] : []));
    const result = graph.outputs.map(({ node, port }) => showShape(outputsOf(steps[node!])![port]!));
    return `${given.join(" ")} → ${result.join(" ")}`;
  });
  return { models, shapes, told: problems.map(({ message }) => render(message)) };
}

const shapes = (...lines: readonly string[]): readonly string[] => analysed(lines).shapes;

describe("a model is run on what the program runs it on", () => {
  const ways: { readonly [what: string]: readonly string[] } = {
    "in a summary of one image": ["from torchsummary import summary", "summary(Net(), (3, 32, 32))"],
    "in a summary with the batch": ["import torchinfo", "torchinfo.summary(Net(), input_size=(4, 3, 32, 32))"],
    "in a summary of data": ["from torchinfo import summary", "summary(Net(), input_data=torch.rand(1, 3, 32, 32))"],
    "where operations are counted": [
      "from thop import profile",
      "macs, params = profile(Net(), inputs=(torch.randn(1, 3, 32, 32),))",
    ],
    "by another that counts": [
      "from fvcore.nn import FlopCountAnalysis",
      "FlopCountAnalysis(Net(), torch.randn(1, 3, 32, 32)).total()",
    ],
    "by one that is told a size": [
      "from ptflops import get_model_complexity_info",
      "macs, params = get_model_complexity_info(Net(), (3, 32, 32), as_strings=True)",
    ],
    "where it is traced": ["traced = torch.jit.trace(Net().eval(), torch.rand(1, 3, 32, 32))"],
    "where it is exported": ["torch.onnx.export(Net(), (torch.rand(1, 3, 32, 32),), 'net.onnx')"],
    "where it is drawn": [
      "from torch.utils.tensorboard import SummaryWriter",
      "writer = SummaryWriter()",
      "writer.add_graph(Net(), torch.rand(1, 3, 32, 32))",
    ],
    "by its forward": ["net = Net()", "net.forward(torch.rand(1, 3, 32, 32))"],
    "by name": ["Net()(x=torch.rand(1, 3, 32, 32))"],
    "in a function that nobody calls": ["def main():", "    Net()(torch.rand(2, 3, 32, 32))"],
  };
  for (const [what, lines] of Object.entries(ways))
    it(what, () => assert.deepEqual(shapes(...net, ...lines), ["[N, 3, 32, 32] → [N, 10]"]));
});

describe("a model that nobody runs is run on what its layers take", () => {
  const sized = (layers: string): readonly string[] => shapes(`net = nn.Sequential(${layers})`);

  it("of a size that is usual", () => {
    const head = "nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2)";
    assert.deepEqual(sized(`nn.Conv2d(1, 8, 3), ${head}`), ["[N, 1, 224, 224] → [N, 2]"]);
  });

  it("of a size that follows from a layer behind it", () => {
    assert.deepEqual(shapes(...net), ["[N, 3, 32, 32] → [N, 10]"]);
    assert.deepEqual(sized("nn.Conv2d(1, 4, 5), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4 * 11 * 11, 2)"), [
      "[N, 1, 26, 26] → [N, 2]",
    ]);
  });

  it("of one or three axes of space, and of none", () => {
    assert.deepEqual(sized("nn.Conv1d(4, 8, 3)"), ["[N, 4, 224] → [N, 8, 222]"]);
    assert.deepEqual(sized("nn.Conv3d(1, 2, 3, padding=1)"), ["[N, 1, 224, 224, 224] → [N, 2, 224, 224, 224]"]);
    assert.deepEqual(sized("nn.Flatten(), nn.Linear(784, 10)"), ["[N, 784] → [N, 10]"]);
  });

  it("of one pixel where images are made of it", () => {
    assert.deepEqual(sized("nn.ConvTranspose2d(64, 3, 4), nn.Tanh()"), ["[N, 64, 1, 1] → [N, 3, 4, 4]"]);
  });

  it("where a loop runs it on data that nobody knows", () => {
    const loop = ["net = Net()", "for x, y in loader:", "    loss = nn.functional.cross_entropy(net(x), y)"];
    assert.deepEqual(shapes(...net, "from data import loader", ...loop), ["[N, 3, 32, 32] → [N, 10]"]);
  });

  it("each input by itself", () => {
    const lines = [
      "class Two(nn.Module):",
      "    def __init__(self):",
      "        super().__init__()",
      "        self.image, self.text = nn.Conv2d(3, 8, 3), nn.Linear(20, 8)",
      "    def forward(self, image, text, scale=1.0):",
      "        return self.image(image).mean((2, 3)) + self.text(text) * scale",
    ];
    assert.deepEqual(shapes(...lines), ["[N, 3, 224, 224] [N, 20] → [N, 8]"]);
  });

  it("and says that nothing states it, and what else is taken", () => {
    const { models } = analysed(net);
    assert.deepEqual([models[0]!.graph.presumed, shownSizes(models[0]!)?.square.ranges], [true, [[32, 32]]]);
  });
});

describe("of a model that nobody runs it is told", () => {
  const told = (layers: string): readonly string[] => analysed([`net = nn.Sequential(${layers})`]).told;

  it("what is wrong for images of any size", () => {
    assert.deepEqual(told("nn.Conv2d(3, 8, 3), nn.Conv2d(16, 8, 3)"), [
      "in_channels is 16, but the input [8, 222, 222] has 8 channels",
    ]);
    const flat = "nn.Conv2d(3, 64, 3), nn.Flatten(), nn.Linear(1000, 10)";
    assert.equal(told(flat).length, 1);
  });

  it("nothing that some image would mend", () => {
    assert.deepEqual(told("nn.Conv2d(3, 64, 3), nn.Flatten(), nn.Linear(64 * 7, 10)"), []);
    assert.deepEqual(told("nn.Conv2d(3, 8, 64), nn.Flatten(), nn.Linear(8, 10)"), []);
  });

  it("nothing while it is being typed", () => {
    assert.deepEqual(analysed(["net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(16, 8, 3))", "size = ("]).told, []);
  });
});
