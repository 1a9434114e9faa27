import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type TrainingMemory, trainingMemory } from "../../server/src/core/training-memory";
import { read } from "../support/check-model";

const memoryOf = (training: string, layers: string): TrainingMemory | undefined =>
  trainingMemory(read(`input: [3, 32, 32]\n${training}layers:\n${layers}`).models[0]!);

const chain = `
  - Conv2d: { out_channels: 4, kernel_size: 3, padding: 1 }
  - ReLU
  - Flatten
  - Linear: { out_features: 10 }
`;

describe("the memory of training", () => {
  it("is worked out by hand for four layers", () => {
    const memory = memoryOf("training: { batch_size: 8, optimizer: adam }\n", chain)!;
    // 3·3·3·4 + 4 = 112 and 4,096·10 + 10 = 40,970 weights.
    const weights = 4 * (112 + 40_970);
    const [image, map, logits] = [8 * 3 * 1024 * 4, 8 * 4 * 1024 * 4, 8 * 10 * 4];
    // Flatten is the map again. At the ReLU, the gradients of its result and of its input are there at once,
    // those of the dense layer's weights too, and everything that was computed before the dense layer.
    const atRelu = image + 2 * map + 4 * 40_970 + 2 * map;
    assert.deepEqual(memory, {
      batchSize: 8,
      optimizer: "adam",
      weights,
      gradients: weights,
      optimizerState: 2 * weights,
      activations: image + 2 * map + logits,
      peak: 3 * weights + atRelu,
    });
  });

  it("of activations halves with their precision, and nothing else does", () => {
    const full = memoryOf("training: { batch_size: 8, optimizer: momentum }\n", chain)!;
    const half = memoryOf("training: { batch_size: 8, optimizer: momentum, precision: bfloat16 }\n", chain)!;
    assert.equal(half.activations, full.activations / 2);
    assert.deepEqual([half.weights, half.gradients], [full.weights, full.gradients]);
    assert.equal(full.optimizerState, full.weights);
  });

  it("counts running statistics, which have no gradient", () => {
    const memory = memoryOf("training: { optimizer: sgd }\n", "  - BatchNorm2d\n")!;
    assert.deepEqual([memory.weights, memory.gradients, memory.optimizerState], [4 * 12, 4 * 6, 0]);
  });

  it("of pieces and other looks at the same values is that of the values", () => {
    const layers = `
  - Conv2d: { out_channels: 4, kernel_size: 1 }
  - Chunk: { chunks: 2 }
    name: halves
  - Permute: { dims: [0, 2, 3, 1] }
    from: halves.0
  - Reshape: { shape: [-1, 2] }
`;
    const memory = memoryOf("training: {}\n", layers)!;
    assert.equal(memory.activations, (3 + 4) * 1024 * 4);
  });

  it("keeps the gradient of what a view shows while the view is read", () => {
    const layers = `
  - Conv2d: { out_channels: 1, kernel_size: 1, bias: false }
  - Flatten
  - Linear: { out_features: 10 }
`;
    const [image, map, logits] = [3 * 1024 * 4, 1024 * 4, 10 * 4];
    const dense = 4 * 10_250;
    // At the dense layer, everything is there: its gradients, and the one of the map behind Flatten.
    const memory = memoryOf("training: {}\n", layers)!;
    assert.equal(memory.peak, 4 * 3 + dense + (image + map + logits) + dense + logits + map);
  });

  it("keeps the gradient of a shortcut until both of its readers have added to it", () => {
    const block = `
  - Conv2d: { out_channels: 3, kernel_size: 1, bias: false }
    name: start
  - ReLU
  - ReLU
  - Add:
    from: [-1, start]
`;
    const map = 3 * 1024 * 4;
    // At the second ReLU all five maps are there but the sum, and the gradients of both ends and of the shortcut.
    const memory = memoryOf("training: {}\n", block)!;
    assert.equal(memory.activations, 5 * map);
    assert.equal(memory.peak, 4 * 9 + Math.max(5 * map + 3 * map, 4 * map + 3 * map, 3 * map + 3 * map));
  });

  it("is not said where nobody speaks of training, or a size is open", () => {
    assert.equal(memoryOf("", chain), undefined);
    const open = read("input: [3, H, W]\ntraining: { batch_size: 2 }\nlayers:\n  - ReLU\n");
    assert.equal(trainingMemory(open.models[0]!), undefined);
  });
});
