import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyse } from "../../server/src/analysis/analyse";
import { render } from "../../server/src/core/message";
import { readPython } from "../../server/src/python/read";

/** A network of so many layers whose images are too small for the last of them. */
const network = (layers: number): string => `import torch
from torch import nn
body = [nn.Conv2d(3, 4, 33, 32, 16), *[nn.ReLU() for _ in range(${layers})]]
net = nn.Sequential(*body, nn.Flatten(), nn.Linear(4 * 7 * 7, 10))
net(torch.randn(1, 3, 96, 96))
`;

/** What is told, and how many nodes of a graph were looked at for that. */
function told(layers: number) {
  const reading = readPython(network(layers), new Map());
  let looked = 0;
  for (const { graph } of reading.models)
    for (const node of graph.nodes)
      Object.defineProperty(node, "training", { enumerable: true, get: () => void looked++ });
  const { problems } = analyse(reading, []);
  return { problems: problems.map(({ message }) => render(message)), looked };
}

describe("of which images a stated size would come", () => {
  it("is said of a network in which that can be tried", () => {
    assert.match(told(100).problems.join(), /images of 193–224 px would give 196$/);
  });
  it("is not begun where it would be given up", () => {
    const { problems, looked } = told(400);
    assert.deepEqual(problems, ["in_features is 196, but the input has 36 features"]);
    assert.ok(looked < 4 * 400, `${looked} nodes`);
  });
});
